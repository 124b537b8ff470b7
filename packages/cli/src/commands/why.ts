import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { takesFormat, type ModelOptions } from "../options.ts";

export const why: CommandEntry = {
  name: "why",
  summary: "say where a generated line comes from",
  define: (command) => {
    takesFormat(
      command
        .description(
          "Says where each part of a generated line comes from: the place in the model, or the decision and its reason.",
        )
        .argument("<file:line>", "a generated file and a line of it, as other tools print them")
        .option("-c, --config <file>", "the configuration, instead of the nearest one")
        .option("-e, --env <name>", "the environment whose `env` blocks count"),
    ).action(async (place: string, options: ModelOptions) => {
      const action = await import("../actions/why.ts");
      await action.why(place, options);
    });
    hasExamples(command, [
      ["dpm why generated/nginx/api-gateway.conf:14", "one line"],
      ["dpm why generated/compose/compose.yaml:9 --format json", "for a tool"],
    ]);
  },
};
