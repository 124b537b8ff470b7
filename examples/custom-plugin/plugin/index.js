import { block, boolean, defineDiagnostics, definePlugin, integer, spanOf, string } from "@dpm/core";
import { print, yaml } from "@dpm/print";

/** A kind of our own: dpm reads it, checks it and documents it like its own kinds. */
const greeting = block("greeting", "Says something to whoever comes.", {
  text: string().doc("What is said."),
  times: integer({ min: 1, max: 10 }).default(1).doc("How often."),
  loud: boolean().default(false).doc("Whether it is shouted."),
});

const problems = defineDiagnostics("hello", {
  "too-much": {
    severity: "warning",
    message: "{times} greetings are more than anybody wants to hear",
    help: "lower `times` to {most} or less",
  },
  "no-shouting": { severity: "note", message: "a greeting is written down, which has no volume" },
});

const most = 5;

export default definePlugin({
  name: "hello",
  apiVersion: 1,
  engines: { hello: "1.0" },
  kinds: [greeting],
  options: { to: string().default("world").doc("Who is greeted.") },
  support: {
    greeting: { layer: "platform", fields: { text: ["exact"], times: ["exact"], loud: ["impossible"] } },
  },
  diagnostics: problems,
  validate: ({ blocks }) =>
    blocks("greeting")
      .filter((one) => one.times > most)
      .map((one) => problems.tooMuch({ times: one.times, most }).at(spanOf(one, "times"))),
  emit: ({ blocks, on, target }) => ({
    artifacts: blocks("greeting").map((one) => {
      on.impossible(one, "loud", problems.noShouting());
      const content = yaml.doc(
        yaml.map([
          ["say", yaml.str(on.exact(one, "text"))],
          ["to", yaml.str(target.options.to)],
          ["times", yaml.int(on.exact(one, "times"))],
        ]),
      );
      return { path: `${one.name.toLowerCase()}.yaml`, content: print(content), mode: "generated" };
    }),
  }),
});
