import type { ModelFlags } from "../actions/model.ts";
import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { takesFormat, takesModel } from "../options.ts";

export const model: CommandEntry = {
  name: "model",
  summary: "show the model: components, calls, owners",
  define: (command) => {
    takesFormat(takesModel(command))
      .description(
        "Shows the model that every target gets: components, calls, and who owns what on each call. As JSON every value, with units and defaults settled.",
      )
      .option("--json", "the same as --format json")
      .action(async (files: readonly string[], flags: ModelFlags) => {
        const action = await import("../actions/model.ts");
        await action.model(files, flags);
      });
    hasExamples(command, [
      ["dpm model", "an overview"],
      ["dpm model --json", "everything, for a tool"],
    ]);
  },
};
