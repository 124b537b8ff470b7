import type { Reason, Report, VerdictName } from "@dpm/core";

/** A field of which a target says less than before, or that is new and not said as written. */
export interface FidelityLoss {
  readonly path: string;
  readonly target: string;
  /** Absent where the target had no such field. */
  readonly before?: VerdictName;
  readonly after: VerdictName;
  readonly reason?: Reason;
}

/** What another target does is not lost. */
const loss: Readonly<Record<VerdictName, number>> = {
  exact: 0,
  "by-default": 0,
  elsewhere: 0,
  approximated: 1,
  impossible: 2,
};

export function fidelityLosses(before: Report, after: Report): readonly FidelityLoss[] {
  const old = new Map(verdictsOf(before));
  return verdictsOf(after).flatMap(([key, { path, target, after: is, ...reason }]): readonly FidelityLoss[] => {
    const was = old.get(key)?.after;
    if (loss[is] <= (was === undefined ? 0 : loss[was])) return [];
    return [{ path, target, ...(was !== undefined && { before: was }), after: is, ...reason }];
  });
}

function verdictsOf({ fields }: Report): readonly (readonly [string, FidelityLoss])[] {
  return fields.flatMap(({ path, unwritten, verdicts }) =>
    verdicts.map((one) => {
      const key = JSON.stringify([path, one.target, unwritten !== undefined]);
      const reason = "reason" in one && one.reason ? { reason: one.reason } : {};
      return [key, { path, target: one.target, after: one.verdict, ...reason }] as const;
    }),
  );
}
