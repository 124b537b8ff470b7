import type { FieldReport, Report, Summary, TargetVerdict } from "@dpm/core";

import { counted } from "../headline.ts";
import { words } from "../language.ts";
import type { ShownReport } from "./shown.ts";

/** How a verdict is told. */
export const verdictWords: Readonly<Record<TargetVerdict["verdict"], string>> = {
  exact: words.exact(),
  "by-default": words.byDefault(),
  approximated: words.approximated(),
  elsewhere: words.elsewhere(),
  impossible: words.impossible(),
};

/** What was left to the defaults, where a group stands for that: `retry, unwritten: backoff`. */
export function withUnwritten(name: string, { unwritten }: Pick<FieldReport, "unwritten">): string {
  return unwritten
    ? [...(name === "" ? [] : [name]), words.unwritten({ fields: unwritten })].join(words.comma())
    : name;
}

/** Why, how or where; nothing where the verdict says all. */
export function reasonOf(verdict: TargetVerdict): string {
  if (verdict.verdict === "elsewhere") return words.doesIt({ owner: verdict.owner });
  return verdict.verdict === "exact" ? "" : (verdict.reason?.message ?? "");
}

/** `exact 50 · approximated 6 · impossible 2`. */
export function countsOf({ counts, untaken }: Summary): string {
  const { exact, approximated, elsewhere, impossible } = counts;
  const parts: readonly (readonly [string, number])[] = [
    [words.approximated(), approximated],
    [words.elsewhere(), elsewhere],
    [words.impossible(), impossible],
    [words.notTaken(), untaken],
  ];
  const shown = [[words.exact(), exact] as const, ...parts.filter(([, count]) => count > 0)];
  return shown.map(([name, count]) => `${name} ${count}`).join(" · ");
}

/** Which targets a block keeps away from by its own `targets`. */
export function leftOut(targets: readonly string[]): string {
  return words.leftOut({ targets });
}

/** Of which targets the counts are. */
export function targetsOf({ targets, isNarrowed }: Pick<ShownReport, "targets" | "isNarrowed">): string {
  const labels = targets.map(targetLabel).join(words.comma()) || words.noTarget();
  return isNarrowed ? words.alone({ targets: labels }) : labels;
}

/** A target with its engine's version, where it has an engine. */
export function targetLabel({ name, version }: Report["targets"][number]): string {
  return version === "0" ? name : `${name} ${version}`;
}

/** What stands in `raw`, a line for each target: `raw: 3 values written for nginx, unchecked by dpm`. */
export function rawTexts({ raw }: Pick<Report, "raw">): readonly string[] {
  return [...Map.groupBy(raw, (one) => one.target)].map(([target, all]) => {
    const lost = all.filter((one) => one.verdict?.verdict !== "exact").length;
    const told = words.rawWritten({ values: counted(all.length, "value"), target });
    return lost > 0 ? words.rawLost({ told, n: lost }) : told;
  });
}
