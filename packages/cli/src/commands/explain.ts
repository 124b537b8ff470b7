import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { takesFormat, type ModelOptions } from "../options.ts";

export const explain: CommandEntry = {
  name: "explain",
  summary: "explain a diagnostic, a kind of block or a field",
  define: (command) => {
    takesFormat(
      command
        .description(
          "Explains a diagnostic: what it means, an example, how it is mended; or a kind of block or a field: what it takes and means, and what each target makes of it. Knows dpm's own and those of the configured plugins.",
        )
        .argument(
          "<what>",
          "a code as the diagnostic shows it, such as core/dead-attempt, or a kind such as fault_tolerance, or a field of it such as fault_tolerance.retry",
        )
        .option("-c, --config <file>", "the configuration, instead of the nearest one"),
    ).action(async (what: string, options: ModelOptions) => {
      const action = await import("../actions/explain.ts");
      await action.explain(what, options);
    });
    hasExamples(command, [
      ["dpm explain core/dead-attempt", "one of dpm's own"],
      ["dpm explain nginx/passive-check", "one of a configured plugin"],
      ["dpm explain load_balancer", "a kind, its fields and an example"],
      ["dpm explain fault_tolerance.retry.backoff", "a field, its values and its targets"],
    ]);
  },
};
