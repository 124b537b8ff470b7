import type { Traced } from "@dpm/print";
import type { Reason } from "../diagnostics/diagnostic.ts";
import type { Owner } from "../2-normalize/model.ts";
import { originOf, take, type Origin } from "../2-normalize/origin.ts";
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
}

/** A ledger that writes into `entries`; made anew for each emission of each target. */
export function createLedger(entries: Entry[]): Ledger {
  const note = (container: object, field: string, verdict: Verdict): void => {
    const origin = originOf(container, field);
    if (origin) entries.push({ origin, verdict });
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
  };
}

function plain({ code, message, params }: Reason): Reason {
  return { code, message, params };
}
