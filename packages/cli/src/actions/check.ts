import { resolve } from "node:path";
import { toJson } from "@dpm/core";
import { check as checkAll, type CheckOptions, type CheckResult } from "@dpm/workspace";
import { counted, headline } from "../headline.ts";
import { words } from "../language.ts";
import type { DiagnosticFormat, ModelOptions } from "../options.ts";
import { asked, endAs } from "../project.ts";
import { tellWatcher } from "../watch/tell-watcher.ts";
import { print, printJson, tell } from "../terminal/output.ts";

export interface CheckFlags extends Omit<ModelOptions, "format"> {
  readonly format: DiagnosticFormat;
  readonly baseline?: string | true;
  readonly updateBaseline?: true;
  readonly watch?: true;
}

/** Tells everything that is wrong with the model, or what the baseline does not know. */
export async function check(
  files: readonly string[],
  baseline: CheckOptions["baseline"],
  { format, notes, ...flags }: CheckFlags,
): Promise<void> {
  const found = await checkAll({
    ...asked(files, flags),
    ...(baseline !== undefined && { baseline }),
    ...(flags.updateBaseline && { updateBaseline: true }),
  });
  const { file } = found.baseline ?? {};
  tellWatcher(found, file === undefined || flags.updateBaseline ? [] : [resolve(found.project.root, file)]);
  if (format === "json") printJson(resultJson(found));
  else await endAs(found, format, found.exitCode, notes);
  process.exitCode = found.exitCode;
  if (format === "text") conclude(found);
}

/** What `schemas/diagnostics.schema.json` describes. */
function resultJson({ diagnostics, sources, baseline }: CheckResult): object {
  return { ...toJson(diagnostics, sources), ...(baseline && { baseline }) };
}

function conclude(found: CheckResult): void {
  const { exitCode, compilation, baseline } = found;
  const known = baseline && words.knownIn({ findings: counted(baseline.known, "known finding"), file: baseline.file });
  if (exitCode !== 0 && baseline && baseline.known > 0) tell(`${words.notShown({ known: known ?? "" })}\n`);
  if (exitCode !== 0 || !compilation) return;
  const verdict = known === undefined ? words.noErrors() : words.noNewErrors({ known });
  const { accepted } = compilation;
  const told = accepted > 0 ? words.someAccepted({ verdict, n: accepted }) : verdict;
  print(`${headline(found, compilation.model)}   ${told}\n`);
}
