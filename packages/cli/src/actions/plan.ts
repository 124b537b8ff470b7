import { toJson } from "@dpm/core";
import { plan as planAll } from "@dpm/workspace";
import { headline } from "../headline.ts";
import { jsonPlan } from "../plan/json.ts";
import { markdownPlan } from "../plan/markdown.ts";
import { textPlan } from "../plan/text.ts";
import { asked, end } from "../project.ts";
import { places } from "../report/places.ts";
import { show } from "../show.ts";
import { print, printJson } from "../terminal/output.ts";

export interface PlanFlags {
  readonly config?: string;
  readonly against?: string;
  readonly format: "text" | "json" | "markdown";
}

/** Shows what a change of the model means. Nothing is written. */
export async function plan(files: readonly string[], flags: PlanFlags): Promise<void> {
  const { format, against } = flags;
  const result = await planAll({ ...asked(files, flags), ...(against !== undefined && { against }) });
  const { diagnostics, sources, previousSources, exitCode, model, report, out, written } = result;
  const found = { before: places(previousSources), after: places(sources) };
  if (format === "json") {
    process.exitCode = exitCode;
    const planned = result.plan && { out, files: written, ...jsonPlan(result.plan, found) };
    return printJson({ ...toJson(diagnostics, sources), against: result.against, ...planned });
  }
  if (!result.plan || !model || !report) return end(result, "text", exitCode);
  if (format === "markdown") print(markdownPlan(result, result.plan, found));
  else {
    const read = sources.filter(({ name }) => name !== result.project?.config);
    const title = `${headline({ input: { sources: read } }, model)}, compared with ${result.against}`;
    print(`${title}\n\n${textPlan(result, result.plan, report, found)}`);
  }
  show(
    diagnostics.filter((one) => one.severity !== "note"),
    sources,
  );
}
