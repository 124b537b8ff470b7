import { localize } from "../diagnostics/localize.ts";
import type { Translations } from "../diagnostics/translation.ts";
import type { Report, TargetVerdict } from "./report.ts";

/** The same report, whose reasons are told in another language. */
export function localizeReport(report: Report, translations: Translations): Report {
  const told = (verdict: TargetVerdict): TargetVerdict =>
    "reason" in verdict && verdict.reason ? { ...verdict, reason: localize(verdict.reason, translations) } : verdict;
  return { ...report, fields: report.fields.map((field) => ({ ...field, verdicts: field.verdicts.map(told) })) };
}
