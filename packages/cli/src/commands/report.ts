import type { ReportFlags } from "../actions/report.ts";
import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { names, takesFormat, takesModel } from "../options.ts";

export const report: CommandEntry = {
  name: "report",
  summary: "say what became of every field in every target",
  define: (command) => {
    takesFormat(takesModel(command), ["text", "json", "markdown"])
      .description(
        "Says for every written field and every configured target what became of it: exact, by default, approximated, elsewhere or impossible, and why.",
      )
      .option("-t, --target <names>", "only what these targets say (a,b)", names)
      .option("--lost", "only what is approximated or impossible")
      .action(async (files: readonly string[], flags: ReportFlags) => {
        const action = await import("../actions/report.ts");
        await action.report(files, flags);
      });
    hasExamples(command, [
      ["dpm report", "every field in every target"],
      ["dpm report --lost", "only what is lost"],
      ["dpm report --format markdown > fidelity.md", "for a review"],
      ["dpm report --format json", "for a tool"],
    ]);
  },
};
