import { localize } from "../diagnostics/localize.ts";
import type { Translations } from "../diagnostics/translation.ts";
import type { Report } from "./report.ts";
import type { Verdict } from "./verdict.ts";

/** The same report, whose reasons are told in another language. */
export function localizeReport(report: Report, translations: Translations): Report {
  const told = <V extends Verdict>(verdict: V): V =>
    "reason" in verdict && verdict.reason ? { ...verdict, reason: localize(verdict.reason, translations) } : verdict;
  return {
    ...report,
    fields: report.fields.map((field) => ({ ...field, verdicts: field.verdicts.map(told) })),
    raw: report.raw.map((one) => (one.verdict ? { ...one, verdict: told(one.verdict) } : one)),
  };
}
