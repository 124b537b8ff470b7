import { exitCodeOf } from "@dpm/workspace";
import { headline } from "../headline.ts";
import type { ModelOptions } from "../options.ts";
import { asked, end, read } from "../project.ts";
import { print } from "../terminal/output.ts";

/** Tells everything that is wrong with the model. */
export async function check(files: readonly string[], { format, notes, ...options }: ModelOptions): Promise<void> {
  const found = await read(asked(files, options));
  const code = exitCodeOf(found.diagnostics, found.project.config);
  end(found, format, code, notes);
  if (code === 0 && format === "text" && found.compilation)
    print(`${headline(found, found.compilation.model)}   no errors\n`);
}
