import { combine, map, type Traced } from "@dpm/print";
import { pauses, printDuration, type FaultTolerance, type Ledger, type Reason } from "@dpm/core";
import { phrases, problems } from "../../diagnostics.ts";
import type { Backoff, Retried, Retry } from "../../model.ts";
import { headline, owned, type Context, type Guarded } from "../guarded.ts";
import { milliseconds } from "../time.ts";

type Written = NonNullable<FaultTolerance["retry"]>;

/** Resilience4j's `maxAttempts` counts the first call, as dpm's does (RetryConfig). */
export function retry(guarded: Guarded, calleeDown: Reason | undefined, context: Context): Retry | undefined {
  const written = owned("retry", guarded, context);
  if (!written) return undefined;
  const { on } = context;
  return {
    maxAttempts: headline(on, written, "maxAttempts", calleeDown),
    ...growth(written, on),
    on: outcomes(written, on),
  };
}

/** The pauses: which of the numbers matter depends on the backoff. */
function growth(written: Written, on: Ledger): Pick<Retry, "backoff" | "wait" | "multiplier" | "maxWait"> {
  const kind = on.exact(written, "backoff");
  const useless = (...fields: readonly ("initialDelay" | "maxDelay" | "multiplier")[]): void => {
    for (const field of fields)
      on.byDefault(
        written,
        field,
        problems.noEffect({ field: spelled[field], why: phrases.fieldIs({ field: "backoff", value: kind.value }) }),
      );
  };
  if (kind.value === "none") {
    useless("initialDelay", "maxDelay", "multiplier");
    return { backoff: map(kind, () => "fixed"), wait: map(kind, () => 0) };
  }
  const initial = milliseconds(on, written, "initialDelay");
  const isCapped = written.maxDelay < written.initialDelay;
  if (kind.value === "fixed" || (isExponential(kind.value) && pauses(written).every((pause) => pause === 0))) {
    useless("multiplier");
    if (!isCapped) useless("maxDelay");
    const wait = isCapped ? combine([initial, milliseconds(on, written, "maxDelay")], Math.min) : initial;
    return { backoff: map(kind, () => "fixed"), wait };
  }
  const maxWait = milliseconds(on, written, "maxDelay");
  if (isExponential(kind.value)) {
    return {
      backoff: kind as Traced<Backoff>,
      wait: initial,
      multiplier: multiplier(written, initial.value, maxWait.value, on),
      maxWait,
    };
  }
  useless("multiplier");
  return {
    backoff: kind as Traced<Backoff>,
    wait: isCapped ? combine([initial, maxWait], Math.min) : initial,
    maxWait,
  };
}

const spelled = { initialDelay: "initial_delay", maxDelay: "max_delay", multiplier: "multiplier" } as const;

function isExponential(backoff: Written["backoff"]): boolean {
  return backoff === "exponential" || backoff === "exponential_jitter";
}

/** IntervalFunction.ofExponentialBackoff multiplies whole milliseconds and drops the fraction each time. */
function multiplier(written: Written, initial: number, most: number, on: Ledger): Traced<number> {
  let plain = initial / 1000;
  for (const [index, wanted] of pauses(written).entries()) {
    const printed = Math.min(plain * 1000, most);
    if (wanted - printed >= 1000) {
      const params = { number: index + 1, printed: printDuration(printed), wanted: printDuration(wanted) };
      return on.approximated(written, "multiplier", problems.pausesTruncated(params));
    }
    plain = Math.trunc(plain * written.multiplier);
  }
  return on.exact(written, "multiplier");
}

function outcomes(written: Written, on: Ledger): Traced<Retried> {
  const statuses = written.on.filter((one) => /^\d+$/.test(one));
  const reason = unseen(written, statuses);
  const all = reason ? on.approximated(written, "on", reason) : on.exact(written, "on");
  const retried = {
    connectFailure: written.on.includes("connect_failure"),
    timeout: written.on.includes("timeout"),
    reset: written.on.includes("reset"),
    status: statuses.length > 0,
  };
  return map(all, () => retried);
}

/** What an exception does not say. */
function unseen({ on }: Written, statuses: readonly string[]): Reason | undefined {
  if (statuses.length > 0) return problems.statusesUnseen({ statuses });
  return on.includes("connect_failure") === on.includes("timeout") ? undefined : problems.connectTimeoutsAlike();
}
