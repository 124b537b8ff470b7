import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { takesFormat, takesModel, takesNotes, type ModelOptions } from "../options.ts";

export const check: CommandEntry = {
  name: "check",
  summary: "say what is wrong with the model, and write nothing",
  define: (command) => {
    takesNotes(takesFormat(takesModel(command)))
      .description(
        "Says what is wrong with the model, and writes nothing. Every configured target is asked, so what check accepts generate can make.",
      )
      .action(async (files: readonly string[], options: ModelOptions) => {
        const action = await import("../actions/check.ts");
        await action.check(files, options);
      });
    hasExamples(command, [
      ["dpm check", "the configured model, for every configured target"],
      ["dpm check order.dpm", "one file"],
      ["dpm check --format json", "for an editor or a build server"],
    ]);
  },
};
