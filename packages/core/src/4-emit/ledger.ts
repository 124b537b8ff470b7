import type { Traced, TracedTree } from "@dpm/print";
import type { Reason } from "../diagnostics/diagnostic.ts";
import type { Owner } from "../2-normalize/model.ts";
import { originOf, take, type Origin } from "../2-normalize/origin.ts";
import { leavesOf } from "../2-normalize/raw.ts";
import type { Verdict } from "./verdict.ts";

/** A verdict on one field instance. */
export interface Entry {
  /** The field's origin: tells which instance is meant. */
  readonly origin: Origin;
  readonly verdict: Verdict;
}

type Taken<C, F extends keyof C> = undefined extends C[F] ? Traced<NonNullable<C[F]>> | undefined : Traced<C[F]>;
type Names<C> = keyof C & string;

/**
 * Takes fields out of the model and writes down what became of each, in one step: so no value is used without a verdict.
 * A verdict on a group covers those of its fields that have none of their own.
 */
export interface Ledger {
  /** The field is expressed as the model says; its value must reach the printed text. */
  readonly exact: <C extends object, F extends Names<C>>(container: C, field: F) => Taken<C, F>;
  /** Something near is printed; the reason says what. */
  readonly approximated: <C extends object, F extends Names<C>>(container: C, field: F, reason: Reason) => Taken<C, F>;
  /** The engine's default does it; need not be printed. */
  readonly byDefault: <C extends object, F extends Names<C>>(container: C, field: F, reason?: Reason) => Taken<C, F>;
  /** Another target owns it. Returns nothing: what is not ours is not printed. */
  readonly elsewhere: <C extends object>(container: C, field: Names<C>, owner: Owner | string) => void;
  readonly impossible: <C extends object>(container: C, field: Names<C>, reason: Reason) => void;
  /** All of a raw value is printed as it is written; all of it must reach the printed text. */
  readonly raw: <T extends TracedTree>(raw: T) => T;
  /** None of a raw value is printed. */
  readonly rawImpossible: (raw: TracedTree, reason: Reason) => void;
  /** What is written there was printed, and a raw value has taken its place. */
  readonly replaced: (origins: readonly Origin[], reason: Reason) => void;
}

/** A ledger that writes into `entries`; made anew for each emission of each target. */
export function createLedger(entries: Entry[]): Ledger {
  const note = (container: object, field: string, verdict: Verdict): void => {
    const origin = originOf(container, field);
    if (origin) entries.push({ origin, verdict });
  };
  const noteRaw = (raw: TracedTree, verdict: Verdict): void => {
    for (const leaf of leavesOf(raw))
      for (const origin of leaf.value.origins) entries.push({ origin: origin as Origin, verdict });
  };
  return {
    exact: (container, field) => {
      note(container, field, { verdict: "exact" });
      return take(container, field);
    },
    approximated: (container, field, reason) => {
      note(container, field, { verdict: "approximated", reason: plain(reason) });
      return take(container, field);
    },
    byDefault: (container, field, reason) => {
      note(container, field, { verdict: "by-default", ...(reason && { reason: plain(reason) }) });
      return take(container, field);
    },
    elsewhere: (container, field, owner) =>
      note(container, field, { verdict: "elsewhere", owner: typeof owner === "string" ? owner : owner.target }),
    impossible: (container, field, reason) => note(container, field, { verdict: "impossible", reason: plain(reason) }),
    raw: (raw) => {
      noteRaw(raw, { verdict: "exact" });
      return raw;
    },
    rawImpossible: (raw, reason) => noteRaw(raw, { verdict: "impossible", reason: plain(reason) }),
    replaced: (origins, reason) => {
      for (const origin of origins) entries.push({ origin, verdict: { verdict: "impossible", reason: plain(reason) } });
    },
  };
}

function plain({ code, message, params }: Reason): Reason {
  return { code, message, params };
}
