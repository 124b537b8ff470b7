import type { TargetsFlags } from "../actions/targets.ts";
import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { takesFormat } from "../options.ts";

export const targets: CommandEntry = {
  name: "targets",
  summary: "show the configured targets and what they can say",
  define: (command) => {
    takesFormat(
      command
        .description(
          "Shows the configured targets: their engines, where they act and what they can own; or, field by field, what each can say.",
        )
        .option("-c, --config <file>", "the configuration, instead of the nearest one")
        .option("-m, --matrix", "field by field, which verdicts may occur"),
    ).action(async (flags: TargetsFlags) => {
      const action = await import("../actions/targets.ts");
      await action.targets(flags);
    });
    hasExamples(command, [
      ["dpm targets", "what is configured"],
      ["dpm targets --matrix", "what each target can say of each field"],
    ]);
  },
};
