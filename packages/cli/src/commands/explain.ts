import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { takesFormat, type ModelOptions } from "../options.ts";

export const explain: CommandEntry = {
  name: "explain",
  summary: "explain the code of a diagnostic",
  define: (command) => {
    takesFormat(
      command
        .description(
          "Explains a diagnostic: what it means, an example, how it is mended. Knows dpm's own codes and those of the configured plugins.",
        )
        .argument("<code>", "as the diagnostic shows it, such as core/dead-attempt")
        .option("-c, --config <file>", "the configuration, instead of the nearest one"),
    ).action(async (code: string, options: ModelOptions) => {
      const action = await import("../actions/explain.ts");
      await action.explain(code, options);
    });
    hasExamples(command, [
      ["dpm explain core/dead-attempt", "one of dpm's own"],
      ["dpm explain nginx/passive-check", "one of a configured plugin"],
    ]);
  },
};
