import { combine } from "@dpm/print";
import { decided, ejectionOf, type LoadBalancer } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import type { OutlierDetection } from "../model.ts";
import { printTime } from "../render/duration.ts";
import { inMilliseconds } from "../units.ts";
import type { Context } from "./context.ts";

/**
 * `outlierDetection` counts errors in a row, per proxy, and a server's time out grows with each time that it was left out
 * (DestinationRule, OutlierDetection). Istio's own share of 10 % would never leave one of two servers out; at 99 % all but
 * the last may be, however many there are.
 */
export function outliers(balancer: LoadBalancer | undefined, context: Context): OutlierDetection {
  const { on } = context;
  const { by, enabled, failures, duration } = ejectionOf(balancer, false);
  const check = balancer?.healthCheck;
  const written = balancer?.ejection;
  if (check) checks(check, by === "ejection", context);
  if (written) {
    const isOff = !written.enabled;
    on.exact(written, "enabled");
    if (isOff) for (const field of ["failures", "window", "duration"] as const) on.byDefault(written, field);
    else {
      on.approximated(written, "failures", problems.inARow({ failures: written.failures }));
      on.impossible(written, "window", problems.noWindow());
      on.approximated(written, "duration", problems.growingTime());
    }
  }
  const base = inMilliseconds(duration);
  const switched = written
    ? combine([on.exact(written, "enabled"), failures], (is, count) => (is ? count : 0))
    : failures;
  return {
    consecutive5xxErrors: switched,
    interval: decided(
      "it is looked once a second whether a server may come back",
      Math.min(1_000_000, base.value),
      ...(enabled ? [] : [switched]),
    ),
    baseEjectionTime: base,
    maxEjectionPercent: decided("all servers but the last may be left out", 99),
  };
}

type Check = NonNullable<LoadBalancer["healthCheck"]>;

/** Istio asks no server whether it is well: three failed calls in a row stand in for the check. */
function checks(check: Check, isWritten: boolean, { on }: Context): void {
  const all = ["enabled", "interval", "timeout", "path", "expectedStatus"] as const;
  if (!check.enabled) {
    for (const field of all) on.byDefault(check, field);
    return;
  }
  if (isWritten) {
    for (const field of all) on.impossible(check, field, problems.writtenEjectionWins());
    return;
  }
  const passive = problems.passiveCheck({ time: printTime(check.interval) });
  on.approximated(check, "enabled", passive);
  on.approximated(check, "interval", passive);
  on.impossible(check, "path", problems.noActiveCheck({ what: check.path ?? phrases.aPath() }));
  on.impossible(check, "timeout", problems.noActiveCheck({ what: phrases.ownTimeout() }));
  on.impossible(check, "expectedStatus", problems.noActiveCheck({ what: (check.expectedStatus ?? []).join(" or ") }));
}
