import type { AnyBlock } from "../2-normalize/model.ts";
import type { Origin } from "../2-normalize/origin.ts";
import type { ReadyTarget } from "../plugin/host.ts";
import { verdictNames, type Verdict } from "./verdict.ts";

/** One target's statements, ready for look-up. */
export interface Witness {
  readonly target: ReadyTarget;
  readonly actsOn: (block: AnyBlock) => boolean;
  readonly verdicts: ReadonlyMap<Origin, readonly Verdict[]>;
  /** Whether it called anything impossible that nobody wrote. */
  readonly denies: boolean;
  /** Every written place that reached the target's text. */
  readonly printed: ReadonlySet<Origin>;
}

/** Of several verdicts on one field the one that promises least. */
export function worst<V extends Verdict>(verdicts: readonly V[]): V | undefined {
  return verdicts.toSorted((one, other) => rank(other) - rank(one))[0];
}

function rank(one: Verdict): number {
  return verdictNames.indexOf(one.verdict);
}
