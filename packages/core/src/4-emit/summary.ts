import type { FieldReport, Summary, TargetVerdict } from "./report.ts";
import { verdictNames } from "./verdict.ts";

/** Counts each field once, by the best that any target does for it; a field without any verdict counts as untaken. */
export function summarize(fields: readonly FieldReport[], untakenFields: number): Summary {
  const counts = { exact: 0, approximated: 0, elsewhere: 0, impossible: 0 };
  let untaken = untakenFields;
  for (const { verdicts } of fields) {
    const judged = verdicts.filter((one) => !isJudgedElsewhere(one, verdicts));
    const best = verdictNames.find((name) => judged.some((one) => one.verdict === name));
    if (best === undefined) untaken++;
    else counts[best === "by-default" ? "exact" : best]++;
  }
  return { fields: fields.length + untakenFields, counts, untaken };
}

/** That another target does it is worth what that target says of it. */
function isJudgedElsewhere(one: TargetVerdict, all: readonly TargetVerdict[]): boolean {
  return (
    one.verdict === "elsewhere" && all.some(({ target, verdict }) => target === one.owner && verdict !== "elsewhere")
  );
}
