import { definePlugin, integer, serviceNameOf, spanOf } from "@dpm/core";
import { print, yaml } from "@dpm/print";
import { problems } from "./diagnostics.ts";
import { greeting } from "./greeting.ts";

/** One file for each greeting. */
export default definePlugin({
  name: "hello",
  apiVersion: 1,
  engines: { hello: "1.0" },
  options: { most: integer({ min: 1 }).default(3).doc("More times than this are a warning.") },
  kinds: [greeting],
  support: { greeting: { layer: "platform", fields: { text: ["exact"], times: ["exact"] } } },
  diagnostics: problems,
  validate: ({ blocks, target: { options } }) =>
    blocks("greeting")
      .filter(({ times }) => times > options.most)
      .map((one) =>
        problems.tooOften({ name: one.name, times: one.times, most: options.most }).at(spanOf(one, "times")),
      ),
  emit: ({ blocks, on }) => ({
    artifacts: blocks("greeting").map((one) => ({
      path: `${serviceNameOf(one.name)}.yaml`,
      content: print(
        yaml.doc(
          yaml.map([
            ["text", yaml.str(on.exact(one, "text"))],
            ["times", yaml.int(on.exact(one, "times"))],
          ]),
        ),
      ),
      mode: "generated",
    })),
  }),
});
