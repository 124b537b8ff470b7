import type { GenerateFlags } from "../actions/generate.ts";
import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { diagnosticFormats, names, strictness, takesFormat, takesModel, takesNotes, takesWatch } from "../options.ts";

export const generate: CommandEntry = {
  name: "generate",
  summary: "make the files of every configured target",
  define: (command) => {
    takesModel(command)
      .description("Makes the files of every configured target. All of them are written, or, after any error, none.")
      .option("-t, --target <names>", "only these targets (a,b); the others are still checked", names)
      .option("-o, --out <folder>", "where the files go, instead of the configuration's `out`")
      .option("--dry-run", "say what would be written, and write nothing")
      .option("--check", "write nothing; exit code 3 when the files are not what would be generated")
      .option("--force", "overwrite and delete files that were changed by hand")
      .option("--strict [classes]", "make errors of: approximated, impossible, warning (all without a list)")
      .option("--json", "the whole result as one JSON object; --format json has only what is wrong");
    takesNotes(takesFormat(takesWatch(command), diagnosticFormats)).action(
      async (files: readonly string[], flags: GenerateFlags) => {
        if (flags.watch) return (await import("../watch/watch.ts")).watch();
        const { strict, files: first } = strictness(flags.strict);
        const action = await import("../actions/generate.ts");
        await action.generate([...first, ...files], strict, flags);
      },
    );
    hasExamples(command, [
      ["dpm generate", "everything that is configured"],
      ["dpm generate --target nginx --dry-run", "what one target would write"],
      ["dpm generate --check", "in a build: fail when somebody forgot to generate"],
      ["dpm generate --watch", "again after each change, until Ctrl-C"],
      ["dpm generate --strict=impossible", "fail when a target cannot express something"],
      ["dpm generate --json", "what was written, what was lost, what an outage does"],
    ]);
  },
};
