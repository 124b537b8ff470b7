import type { CheckFlags } from "../actions/check.ts";
import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { baselineFile, diagnosticFormats, takesFormat, takesModel, takesNotes, takesWatch } from "../options.ts";

export const check: CommandEntry = {
  name: "check",
  summary: "say what is wrong with the model, and write nothing",
  define: (command) => {
    takesModel(command)
      .description(
        "Says what is wrong with the model, and writes nothing. Every configured target is asked, so what check accepts generate can make. With a baseline it says only what is new: that accepts errors too, which generate does not.",
      )
      .option(
        "--baseline [file]",
        "say only what this .json file does not know; dpm.baseline.json beside the configuration without one",
      )
      .option("--update-baseline", "make the baseline anew of what is found now; commit it");
    takesNotes(takesFormat(takesWatch(command), diagnosticFormats)).action(
      async (files: readonly string[], flags: CheckFlags) => {
        if (flags.watch) return (await import("../watch/watch.ts")).watch();
        const { baseline, files: first } = baselineFile(flags.baseline);
        const action = await import("../actions/check.ts");
        await action.check([...first, ...files], baseline, flags);
      },
    );
    hasExamples(command, [
      ["dpm check", "the configured model, for every configured target"],
      ["dpm check order.dpm", "one file"],
      ["dpm check --update-baseline", "accept what is known today"],
      ["dpm check --baseline", "in a build: fail on what is new"],
      ["dpm check --watch", "again after each change, until Ctrl-C"],
      ["dpm check --format json", "for an editor or a build server; github and sarif for a pull request"],
    ]);
  },
};
