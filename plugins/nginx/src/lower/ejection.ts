import { combine, map, type Traced } from "@dpm/print";
import { edgesFrom, ejectionOf, type LoadBalancer } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { printSeconds, wholeSeconds } from "../units.ts";
import type { Context } from "./context.ts";

/** `max_fails` and `fail_timeout` of every server of a gateway. */
export interface Fails {
  readonly maxFails: Traced<number>;
  readonly failTimeout: Traced<number>;
}

/** When a server is left out: always stated, so nginx's own single failure is never in force (ngx_http_upstream_module). */
export function ejection(gateway: LoadBalancer, context: Context): Fails {
  const { on, target } = context;
  const { ejection: written, healthCheck: check } = gateway;
  const plus = target.options.edition === "plus";
  if (written) {
    if (check && !plus) refuseChecks(check, on);
    return writtenEjection(gateway, written, context);
  }
  const { by, failures, duration } = ejectionOf(gateway, plus);
  if (check && by === "health_check") standIn(check, failures.value, on);
  if (check && !check.enabled) disabledChecks(check, on);
  return { maxFails: failures, failTimeout: map(duration, wholeSeconds) };
}

type Check = NonNullable<LoadBalancer["healthCheck"]>;
type Written = NonNullable<LoadBalancer["ejection"]>;

function writtenEjection(gateway: LoadBalancer, written: Written, context: Context): Fails {
  const { on } = context;
  const enabled = on.exact(written, "enabled");
  const { window, duration } = written;
  const failTimeout = duration ?? window;
  if (!written.enabled) {
    const maxFails = combine([enabled, on.exact(written, "failures")], () => 0);
    const off = combine([on.exact(written, "window"), on.exact(written, "duration") ?? enabled], () => failTimeout);
    return { maxFails, failTimeout: map(off, wholeSeconds) };
  }
  const failures = counted(gateway, written, context);
  const printed = printSeconds(failTimeout);
  const reason =
    duration !== undefined && duration !== window
      ? problems.oneKnob({ printed, window: printSeconds(window), duration: printSeconds(duration) })
      : failTimeout % 1_000_000 === 0
        ? undefined
        : problems.roundedUp({ slot: "fail_timeout", printed, wanted: `${failTimeout / 1000} ms` });
  const windowTaken = reason ? on.approximated(written, "window", reason) : on.exact(written, "window");
  const durationTaken = reason ? on.approximated(written, "duration", reason) : on.exact(written, "duration");
  return {
    maxFails: combine([enabled, failures], (_, fails) => fails),
    failTimeout: map(
      combine([windowTaken, durationTaken ?? windowTaken], () => failTimeout),
      wholeSeconds,
    ),
  };
}

/** nginx counts a status as a failure only when it may try the next server after it. */
function counted(gateway: LoadBalancer, written: Written, { on, model, owns }: Context): Traced<number> {
  if ((gateway.servers ?? []).length < 2) return on.approximated(written, "failures", problems.singleServer());
  const replays = edgesFrom(model, gateway.name).some((edge) => owns(edge, "retry"));
  return replays ? on.exact(written, "failures") : on.approximated(written, "failures", problems.statusNotCounted());
}

/** Open source has no active checks: failed calls within an interval leave a server out for as long. */
function standIn(check: Check, fails: number, on: Context["on"]): void {
  const reason = problems.passiveCheck({ fails, time: printSeconds(check.interval) });
  on.approximated(check, "enabled", reason);
  on.approximated(check, "interval", reason);
  unasked(check, on);
}

function unasked(check: Check, on: Context["on"]): void {
  on.impossible(check, "path", problems.noActiveCheck({ what: check.path ?? "a path" }));
  on.impossible(check, "timeout", problems.noActiveCheck({ what: "a timeout of its own" }));
  on.impossible(check, "expectedStatus", problems.noActiveCheck({ what: (check.expectedStatus ?? []).join(" or ") }));
}

function refuseChecks(check: Check, on: Context["on"]): void {
  const reason = problems.writtenEjectionWins();
  if (check.enabled) on.impossible(check, "enabled", reason);
  else on.byDefault(check, "enabled");
  on.impossible(check, "interval", reason);
  unasked(check, on);
}

function disabledChecks(check: Check, on: Context["on"]): void {
  for (const field of ["enabled", "interval", "timeout", "path", "expectedStatus"] as const) on.byDefault(check, field);
}
