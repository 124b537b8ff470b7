import { toJson, type Strict } from "@dpm/core";
import { worstOutage } from "@dpm/simulate";
import { generate as generateAll, type GenerateResult } from "@dpm/workspace";
import { conclusion, fileTable } from "../generate/files.ts";
import { fidelity } from "../generate/fidelity.ts";
import { outageJson, outageText } from "../generate/outage.ts";
import { headline } from "../headline.ts";
import { asked, endAs } from "../project.ts";
import { tellWatcher } from "../watch/tell-watcher.ts";
import { show } from "../show.ts";
import { print, printJson } from "../terminal/output.ts";
import type { DiagnosticFormat, ModelOptions } from "../options.ts";

export interface GenerateFlags extends Omit<ModelOptions, "format"> {
  readonly format: DiagnosticFormat;
  readonly target?: readonly string[];
  readonly out?: string;
  readonly dryRun?: true;
  readonly check?: true;
  readonly force?: true;
  readonly strict?: string | true;
  readonly json?: true;
  readonly watch?: true;
}

/** Makes the files and says what was made, what was lost on the way, and what an outage does to the backend. */
export async function generate(
  files: readonly string[],
  strict: readonly Strict[],
  flags: GenerateFlags,
): Promise<void> {
  const { target, out, dryRun, check, force, format, json } = flags;
  const result = await generateAll({
    ...asked(files, flags),
    ...(target && { targets: target }),
    ...(out !== undefined && { out }),
    ...{ dryRun: dryRun ?? false, check: check ?? false, force: force ?? false, strict },
  });
  process.exitCode = result.exitCode;
  tellWatcher(result);
  if (json) return printJson(resultJson(result));
  if (format !== "text") return endAs(result, format, result.exitCode, flags.notes);
  if (result.exitCode === 0 || result.exitCode === 3) print(summary(result, flags));
  show(result.diagnostics, result.sources, flags.notes);
}

function summary(result: GenerateResult, flags: GenerateFlags): string {
  const { model, report } = result;
  if (!model || !report) return "";
  const sources = result.compilation ? result.sources.filter((one) => one.name.endsWith(".dpm")) : [];
  const outage = worstOutage(model);
  return [
    `${headline({ input: { sources } }, model)}\n`,
    fileTable(result, report),
    fidelity(report) + `${conclusion(result, flags)}\n`,
    ...(outage ? [outageText(outage)] : []),
  ].join("\n");
}

/** What `schemas/generate.json` describes. */
function resultJson(result: GenerateResult): object {
  const { diagnostics, sources, written, out, report, model } = result;
  const outage = model && result.exitCode === 0 ? worstOutage(model) : undefined;
  return {
    ...toJson(diagnostics, sources),
    out,
    files: written,
    ...(report && result.exitCode === 0 && { targets: report.targets, fidelity: report.summary }),
    ...(outage && { outage: outageJson(outage) }),
  };
}
