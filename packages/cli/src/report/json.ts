import type { Report } from "@dpm/core";
import type { Places } from "./places.ts";

/** What `schemas/report.json` describes. */
export function jsonReport({ targets, fields, untaken, summary }: Report, placeOf: Places): object {
  return {
    targets,
    summary,
    fields: fields.map(({ path, span, unwritten, verdicts }) => ({
      path,
      ...placeOf(span),
      ...(unwritten && { unwritten }),
      verdicts,
    })),
    untaken,
  };
}
