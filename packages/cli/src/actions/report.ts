import { headline } from "../headline.ts";
import { asked, soundModel } from "../project.ts";
import { jsonReport } from "../report/json.ts";
import { markdownReport } from "../report/markdown.ts";
import { textReport } from "../report/text.ts";
import { ownersOf } from "../report/owners.ts";
import { places } from "../report/places.ts";
import { lostOnly, shownReport } from "../report/shown.ts";
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
  const { compilation, sources, input } = found;
  const wanted = shownReport(compilation.report, input?.only);
  const shown = lost ? lostOnly(wanted) : wanted;
  const owners = compilation.model.edges.flatMap((edge) => ownersOf(edge, found.translations));
  const placeOf = places(sources);
  if (format === "json") return printJson(jsonReport(shown, owners, placeOf));
  if (format === "markdown") return print(markdownReport(shown, compilation.model, owners, placeOf));
  print(`${headline(found, compilation.model)}\n\n${textReport(shown, owners, placeOf)}`);
}
