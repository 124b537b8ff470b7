import { block } from "../fields/block.ts";
import { object, oneOf, string, type Infer } from "../fields/field.ts";
import { patterns } from "./parts/patterns.ts";

export const generateJava = block(
  "generate_java",
  "Asks for Java code of a component's patterns.",
  {
    framework: oneOf({
      spring_cloud: "Spring Cloud.",
      spring_boot: "Spring Boot.",
      dubbo: "Apache Dubbo.",
      plain: "No framework.",
    })
      .open()
      .default("plain")
      .doc("What the code is written for."),
    patterns: patterns.optional().doc("The patterns that code is made for; without it all that the component has."),
    output: object({
      directory: string().default("src/main/java").doc("The folder of the sources, relative to the config's folder."),
      package: string().optional().doc("The Java package; without it one is made of the component's name."),
      class_name: string().optional().doc("The class; without it one is made of the component's name."),
      group: string().optional().doc("The group in a build file; without it the package."),
      version: string().default("0.1.0").doc("The version in a build file."),
      build: oneOf({ none: "No build file.", maven: "A `pom.xml`.", gradle: "A `build.gradle.kts`." })
        .default("none")
        .doc("The build file that is made once."),
    })
      .optional()
      .doc("Where the code goes."),
  },
  {
    example: `fault_tolerance OrderService {
  timeout: "2s"
}

generate_java OrderService {
  framework: "spring_boot"
  patterns: ["fault_tolerance"]
  output: { directory: "src/main/java", package: "com.example.orders" }
}
`,
  },
);

export type GenerateJava = Infer<typeof generateJava>;
