import { block, decided, defineDiagnostics, definePlugin, integer, oneOf, string } from "@dpm/core";
import { print, properties } from "@dpm/print";

interface Greeting {
  readonly kind: "greeting";
  readonly name: string;
  readonly text: string;
  readonly times: number;
  readonly tone: "calm" | "loud";
}

const problems = defineDiagnostics("hello", {
  "at-most-three": { severity: "note", message: "a greeting is said at most three times, not {times}" },
  "never-loud": { severity: "note", message: "nobody shouts here" },
  rude: { severity: "error", message: "`{text}` is no greeting", help: "say something kind" },
});

const greeting = block("greeting", "Says something.", {
  text: string().doc("What is said."),
  times: integer({ min: 1 }).default(1).doc("How often."),
  tone: oneOf({ calm: "As among friends.", loud: "As across a street." }).default("calm").doc("How."),
});

/** A target that can say most of its own kind: for tests of the command, which needs every verdict. */
export default definePlugin({
  name: "hello",
  apiVersion: 1,
  engines: { hello: "1.0" },
  options: { ending: string().default("!") },
  kinds: [greeting],
  // The kind is this file's own, so core's types do not know it.
  support: {
    greeting: {
      layer: "platform",
      fields: { text: ["exact"], times: ["exact", "approximated", "by-default"], tone: ["by-default", "impossible"] },
    },
  } as never,
  diagnostics: problems,
  validate: (context) =>
    (context.blocks("greeting" as never) as readonly Greeting[])
      .filter((one) => one.text === "boo")
      .map((one) => problems.rude({ text: one.text }).at({ file: "main.dpm", start: 0, end: 1 })),
  emit: (context) => ({
    artifacts: (context.blocks("greeting" as never) as readonly Greeting[]).map((one) => {
      if (one.text === "crash") throw new Error("the plugin fell over\nin two lines");
      const { on } = context;
      const text = on.exact(one, "text");
      if (one.tone === "loud") on.impossible(one, "tone", problems.neverLoud());
      else on.byDefault(one, "tone");
      const often = one.times > 3;
      const times = often
        ? on.approximated(one, "times", problems.atMostThree({ times: one.times }))
        : on.exact(one, "times");
      const said = often ? decided("three is enough", 3, times) : times;
      return {
        path: `${one.name}.properties`,
        content: print(properties.doc([properties.comment("A greeting."), ["text", text], ["times", said]])),
        mode: "generated" as const,
      };
    }),
  }),
});
