import { verdictNames, type FieldReport, type Report, type TargetVerdict } from "@dpm/core";

/** The part of a report that was asked for. */
export interface ShownReport extends Report {
  /** Some targets are left out: the verdicts and the counts are of those that are shown, alone. */
  readonly isNarrowed: boolean;
}

/**
 * Everything that every target says, or what some of them say: what only others take is no business of these. What no
 * target takes at all stays, since these do not take it either.
 */
export function shownReport(all: Report, only: readonly string[] | undefined): ShownReport {
  const targets = all.targets.filter((one) => only?.includes(one.name) ?? true);
  if (targets.length === all.targets.length) return { ...all, isNarrowed: false };
  const isShown = ({ target }: TargetVerdict): boolean => targets.some((one) => one.name === target);
  const fields = all.fields.flatMap((field): readonly FieldReport[] => {
    const verdicts = field.verdicts.filter(isShown);
    const isTheirs = field.unwritten
      ? verdicts.some((one) => one.verdict === "impossible")
      : verdicts.length > 0 || field.verdicts.length === 0;
    return isTheirs ? [{ ...field, verdicts }] : [];
  });
  const ofUntakenBlocks = all.summary.fields - all.fields.filter((one) => !one.unwritten).length;
  const filtered = all.filtered.flatMap(({ targets: names, ...block }) => {
    const left = names.filter((name) => targets.some((one) => one.name === name));
    return left.length > 0 ? [{ ...block, targets: left }] : [];
  });
  const isHidden = (name: string): boolean =>
    all.targets.some((one) => one.name === name) && !targets.some((one) => one.name === name);
  const raw = all.raw.filter((one) => !isHidden(one.target));
  return { ...all, targets, fields, filtered, raw, summary: summaryOf(fields, ofUntakenBlocks), isNarrowed: true };
}

/** Only what is lost; the summary stays that of the whole. */
export function lostOnly(report: ShownReport): ShownReport {
  const isLost = ({ verdicts }: FieldReport): boolean =>
    verdicts.some((one) => one.verdict === "approximated" || one.verdict === "impossible");
  return { ...report, fields: report.fields.filter(isLost) };
}

/** Counted as core counts, among the verdicts that are left: what is elsewhere by its owner, where that one is shown. */
function summaryOf(fields: readonly FieldReport[], ofUntakenBlocks: number): Report["summary"] {
  const counts = { exact: 0, approximated: 0, elsewhere: 0, impossible: 0 };
  const written = fields.filter((one) => !one.unwritten);
  let untaken = ofUntakenBlocks;
  for (const { verdicts } of written) {
    const judged = verdicts.filter((one) => !isJudgedElsewhere(one, verdicts));
    const best = verdictNames.find((name) => judged.some((one) => one.verdict === name));
    if (best === undefined) untaken++;
    else counts[best === "by-default" ? "exact" : best]++;
  }
  return { fields: written.length + ofUntakenBlocks, counts, untaken };
}

function isJudgedElsewhere(one: TargetVerdict, all: readonly TargetVerdict[]): boolean {
  return (
    one.verdict === "elsewhere" && all.some(({ target, verdict }) => target === one.owner && verdict !== "elsewhere")
  );
}
