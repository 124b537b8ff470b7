import { block } from "../fields/block.ts";
import { object, oneOf, string, type Infer } from "../fields/field.ts";
import { patterns } from "./parts/patterns.ts";

export const generateNodejs = block(
  "generate_nodejs",
  "Asks for JavaScript or TypeScript code of a component's patterns.",
  {
    framework: oneOf({
      express: "Express.",
      fastify: "Fastify.",
      nestjs: "NestJS.",
      koa: "Koa.",
      plain: "No framework.",
    })
      .open()
      .default("plain")
      .doc("What the code is written for."),
    patterns: patterns.optional().doc("The patterns that code is made for; without it all that the component has."),
    output: object({
      directory: string().default("src").doc("The folder of the sources, relative to the config's folder."),
      package_name: string().optional().doc("The npm package; without it the component's name in kebab-case."),
      language: oneOf({ javascript: "JavaScript modules.", typescript: "TypeScript." })
        .alias({ js: "javascript", ts: "typescript" })
        .default("javascript")
        .doc("The language."),
    })
      .optional()
      .doc("Where the code goes."),
  },
  {
    example: `fault_tolerance InventoryService {
  timeout: "1s"
}

generate_nodejs InventoryService {
  framework: "express"
  patterns: ["fault_tolerance"]
  output: { directory: "src", language: "typescript" }
}
`,
  },
);

export type GenerateNodejs = Infer<typeof generateNodejs>;
