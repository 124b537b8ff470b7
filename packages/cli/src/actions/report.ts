import type { FieldReport, Report } from "@dpm/core";
import { headline } from "../headline.ts";
import { asked, soundModel } from "../project.ts";
import { jsonReport } from "../report/json.ts";
import { markdownReport } from "../report/markdown.ts";
import { textReport } from "../report/text.ts";
import { ownersOf } from "../report/owners.ts";
import { places } from "../report/places.ts";
import { print, printJson } from "../terminal/output.ts";

export interface ReportFlags {
  readonly config?: string;
  readonly target?: readonly string[];
  readonly format: "text" | "json" | "markdown";
  readonly lost?: true;
}

/** Shows the fidelity report. */
export async function report(files: readonly string[], flags: ReportFlags): Promise<void> {
  const { format, target, lost } = flags;
  const found = await soundModel({ ...asked(files, flags), ...(target && { targets: target }) }, format);
  if (!found) return;
  const { compilation, sources } = found;
  const shown = narrowed(compilation.report, target, lost ?? false);
  const owners = compilation.model.edges.flatMap(ownersOf);
  const placeOf = places(sources);
  if (format === "json") return printJson(jsonReport(shown, owners, placeOf));
  if (format === "markdown") return print(markdownReport(shown, owners, placeOf));
  print(`${headline(found, compilation.model)}\n\n${textReport(shown, owners, placeOf)}`);
}

/** The summary stays that of the whole: a part of the targets says nothing about what is lost. */
function narrowed(all: Report, only: readonly string[] | undefined, lost: boolean): Report {
  const isLost = (field: FieldReport): boolean =>
    field.verdicts.some((one) => one.verdict === "approximated" || one.verdict === "impossible");
  const fields = all.fields.flatMap((field) => {
    const verdicts = field.verdicts.filter((one) => only?.includes(one.target) ?? true);
    // What only another target takes is no business of these, and not nobody's either.
    return verdicts.length === 0 && field.verdicts.length > 0 ? [] : [{ ...field, verdicts }];
  });
  return {
    ...all,
    targets: all.targets.filter((one) => only?.includes(one.name) ?? true),
    fields: lost ? fields.filter(isLost) : fields,
  };
}
