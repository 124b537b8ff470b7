import type { Report } from "@dpm/core";
import type { Ownership } from "./owners.ts";
import type { Places } from "./places.ts";

/** What `schemas/report.json` describes. */
export function jsonReport(
  { targets, fields, untaken, filtered, raw, summary }: Report,
  owners: readonly Ownership[],
  placeOf: Places,
): object {
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
    filtered,
    raw: raw.map(({ path, span, target, verdict }) => ({
      path,
      ...placeOf(span),
      target,
      ...(verdict && { verdict: { target, ...verdict } }),
    })),
    owners,
  };
}
