import { block, integer, string, type Infer } from "@dpm/core";

/** The block kind `greeting`. */
export const greeting = block("greeting", "Says something, some times.", {
  text: string().doc("What is said."),
  times: integer({ min: 1 }).default(1).doc("How often it is said."),
});

type Greeting = Infer<typeof greeting>;

declare module "@dpm/core" {
  interface BlockKinds {
    readonly greeting: Greeting;
  }
}
