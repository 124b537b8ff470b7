import { combine, map, type Traced } from "@dpm/print";
import { decided, printDuration, type FaultTolerance, type Ledger, type Reason } from "@dpm/core";
import { phrases, problems } from "../../diagnostics.ts";
import type { CircuitBreaker } from "../../model.ts";
import { headline, owned, type Context, type Guarded } from "../guarded.ts";
import { milliseconds } from "../time.ts";

type Written = NonNullable<FaultTolerance["circuitBreaker"]>;
type Trip = Pick<CircuitBreaker, "window" | "windowSize" | "minimumCalls" | "failureRate" | "count">;

/** `CircuitBreakerConfig`; every value that is not neutral by default is stated. */
export function circuitBreaker(
  guarded: Guarded,
  calleeDown: Reason | undefined,
  context: Context,
): CircuitBreaker | undefined {
  const written = owned("circuit_breaker", guarded, context);
  if (!written) return undefined;
  const { on } = context;
  const trips = trip(written, calleeDown, on);
  return { ...trips, ...reset(written, trips.minimumCalls.value, on) };
}

function trip(written: Written, calleeDown: Reason | undefined, on: Ledger): Trip {
  const threshold = written.failureThreshold;
  if (threshold.ratio !== undefined) {
    const rate = map(
      headline(on, threshold, "ratio", calleeDown) as Traced<number>,
      (ratio) => Math.round(ratio * 1e6) / 1e4,
    );
    const minimum = on.exact(written, "minimumRequestCount") ?? decided("ten calls where no minimum is written", 10);
    return { ...window(written, on), minimumCalls: minimum, failureRate: rate };
  }
  if (threshold.failures !== undefined)
    return count(written, headline(on, threshold, "failures", calleeDown) as Traced<number>, on);
  const field = threshold.consecutive === undefined ? "count" : "consecutive";
  const failures = headline(on, threshold, field, calleeDown) as Traced<number>;
  const minimum = field === "count" ? on.exact(written, "minimumRequestCount") : undefined;
  if (!minimum) return consecutive(written, failures, on);
  const rate = combine([failures, minimum], (some, all) => (100 * some) / all);
  return { ...window(written, on), minimumCalls: minimum, failureRate: rate };
}

const inARow = phrases.inARow();

/** So many failures in a row are 100 % of the last so many calls. */
function consecutive(written: Written, failures: Traced<number>, on: Ledger): Trip {
  const because = problems.noEffect({ field: "sliding_window", why: inARow });
  on.byDefault(written.slidingWindow, "calls", because);
  on.byDefault(written.slidingWindow, "time", because);
  on.byDefault(written, "minimumRequestCount", problems.noEffect({ field: "minimum_request_count", why: inARow }));
  return {
    window: map(failures, () => "COUNT_BASED"),
    windowSize: failures,
    minimumCalls: failures,
    failureRate: map(failures, () => 100),
  };
}

/**
 * The class counts. What Resilience4j would open at by itself is stated so that it never does so earlier:
 * so many calls of which all failed.
 */
function count(written: Written, failures: Traced<number>, on: Ledger): Trip {
  const minimum = on.exact(written, "minimumRequestCount");
  const least = minimum ? combine([minimum, failures], Math.max) : failures;
  return {
    ...window(written, on),
    minimumCalls: least,
    failureRate: map(failures, () => 100),
    count: { failures, minimumCalls: minimum ?? failures },
  };
}

/** A window of time has whole seconds (SlidingTimeWindowMetrics keeps one bucket for each). */
function window({ slidingWindow }: Written, on: Ledger): Pick<Trip, "window" | "windowSize"> {
  const size = on.exact(slidingWindow, "calls");
  if (size) return { window: map(size, () => "COUNT_BASED"), windowSize: size };
  const wanted = slidingWindow.time ?? 10_000_000;
  const seconds = Math.ceil(wanted / 1_000_000);
  const reason = problems.wholeSeconds({ printed: `${seconds}s`, wanted: printDuration(wanted) });
  const time =
    seconds * 1_000_000 === wanted ? on.exact(slidingWindow, "time") : on.approximated(slidingWindow, "time", reason);
  const taken = time ?? decided("a window of 10 s where none is written", wanted);
  return { window: map(taken, () => "TIME_BASED"), windowSize: map(taken, () => seconds) };
}

/** Longer than any process lives: how a breaker stays open until it is closed by hand. */
const forever = 36_500 * 86_400_000_000;

function reset(written: Written, minimum: number, on: Ledger): Pick<CircuitBreaker, "waitInOpenState" | "probes"> {
  const half = written.halfOpenState;
  const enabled = on.exact(half, "enabled");
  if (!half.enabled) {
    on.byDefault(
      written,
      "resetTimeout",
      problems.noEffect({ field: "reset_timeout", why: phrases.fieldIs({ field: "half_open_state", value: "false" }) }),
    );
    on.byDefault(
      half,
      "permittedCalls",
      problems.noEffect({
        field: "permitted_calls",
        why: phrases.fieldIs({ field: "half_open_state", value: "false" }),
      }),
    );
    return { waitInOpenState: map(enabled, () => forever), probes: map(enabled, () => 1) };
  }
  // A half-open breaker judges by the smaller of this number and the minimum of calls (CircuitBreakerMetrics.forHalfOpen).
  const reason = problems.fewerProbes({ minimum, probes: half.permittedCalls });
  const probes =
    half.permittedCalls > minimum ? on.approximated(half, "permittedCalls", reason) : on.exact(half, "permittedCalls");
  return {
    waitInOpenState: milliseconds(on, written, "resetTimeout"),
    probes: combine([probes, enabled], (number) => number),
  };
}
