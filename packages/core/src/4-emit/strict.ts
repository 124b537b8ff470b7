import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FieldReport, Report } from "./report.ts";
import type { Strict } from "./verdict.ts";

/** What the user wants to be strict about, as errors at the fields that are concerned. */
export function strictProblems(
  report: Report,
  found: readonly Diagnostic[],
  strict: readonly Strict[],
): readonly Diagnostic[] {
  const verdicts = report.fields.flatMap((field) =>
    field.verdicts.flatMap((one) => {
      if (one.verdict !== "approximated" && one.verdict !== "impossible") return [];
      if (!strict.includes(one.verdict)) return [];
      const { code, params } = one.reason;
      const message = `${one.target} ${one.verdict === "impossible" ? "cannot express" : "only approximates"} ${named(field)}: ${one.reason.message}`;
      return [{ code, params, message, severity: "error" as const, span: field.span }];
    }),
  );
  const raws = report.raw.flatMap(({ target, path, span, verdict }) => {
    if (verdict?.verdict !== "impossible" || !strict.includes("impossible")) return [];
    const { code, params, message } = verdict.reason;
    return [
      { code, params, message: `${target} cannot express ${path}: ${message}`, severity: "error" as const, span },
    ];
  });
  const warnings = strict.includes("warning") ? found.filter((one) => one.severity === "warning") : [];
  return [...verdicts, ...raws, ...warnings.map((one) => ({ ...one, severity: "error" as const }))];
}

/** A group that stands for what nobody wrote in it says what that is. */
function named({ path, unwritten }: FieldReport): string {
  return unwritten ? `${path} (${unwritten.join(", ")})` : path;
}
