import { block } from "../fields/block.ts";
import { object, oneOf, string, type Infer } from "../fields/field.ts";
import { patterns } from "./parts/patterns.ts";

export const generateGo = block(
  "generate_go",
  "Asks for Go code of a component's patterns.",
  {
    framework: oneOf({ go_micro: "Go Micro.", go_kit: "Go kit.", kratos: "Kratos.", plain: "The standard library." })
      .open()
      .default("plain")
      .doc("What the code is written for."),
    patterns: patterns.optional().doc("The patterns that code is made for; without it all that the component has."),
    output: object({
      directory: string().default(".").doc("The folder of the sources, relative to the config's folder."),
      module: string().optional().doc("The module's path; without it that of a `go.mod` that is there."),
      package: string().optional().doc("The Go package; without it the folder's name."),
    })
      .optional()
      .doc("Where the code goes."),
  },
  {
    example: `fault_tolerance PaymentService {
  timeout: "2s"
}

generate_go PaymentService {
  patterns: ["fault_tolerance"]
  output: { directory: "cmd/payment", module: "example.com/payment" }
}
`,
  },
);

export type GenerateGo = Infer<typeof generateGo>;
