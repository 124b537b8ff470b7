import type { FormatFlags } from "../actions/format.ts";
import type { CommandEntry } from "./entry.ts";
import { hasExamples } from "../help-text.ts";
import { takesFormat } from "../options.ts";

export const format: CommandEntry = {
  name: "format",
  summary: "write the model's files in one style",
  define: (command) => {
    takesFormat(command.argument("[files...]", "files or patterns, instead of the configuration's `input`"))
      .description(
        "Writes the model's files, and those that they import, in one style. What they mean and every comment stay; a file with syntax errors is left as it is.",
      )
      .option("-c, --config <file>", "the configuration, instead of the nearest one")
      .option("--check", "write nothing; exit code 3 when a file is not as format would write it")
      .option("--stdin-filepath <file>", "format standard input, which is called so in messages, to standard output")
      .action(async (files: readonly string[], flags: FormatFlags) => {
        const action = await import("../actions/format.ts");
        await action.format(files, flags);
      });
    hasExamples(command, [
      ["dpm format", "every file of the configured model"],
      ["dpm format --check", "in a build: fail when somebody forgot to format"],
      ["dpm format --stdin-filepath order.dpm", "for an editor"],
    ]);
  },
};
