import type { PlanFlags } from "../actions/plan.ts";
import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { takesFormat, takesModel } from "../options.ts";

export const plan: CommandEntry = {
  name: "plan",
  summary: "say what a change of the model means, before files are written",
  define: (command) => {
    takesModel(command)
      .description(
        "Compares the model with an earlier one: how long a call can take, what an outage does to a backend, who owns what, which fields changed, what targets say less exactly, and which files would be written. Nothing is written. The plugins are those of today, so that what differs is the model.",
      )
      .option(
        "--against <what>",
        "what to compare with: a git revision, or, where there is one of that name, a folder or a file (default: HEAD)",
      );
    takesFormat(command, ["text", "json", "markdown"]).action(async (files: readonly string[], flags: PlanFlags) => {
      const action = await import("../actions/plan.ts");
      await action.plan(files, flags);
    });
    hasExamples(command, [
      ["dpm plan", "what is not committed yet"],
      ["dpm plan --against origin/main --format markdown", "for a pull request"],
      ["dpm plan --against ../released", "a folder with a model and its configuration"],
    ]);
  },
};
