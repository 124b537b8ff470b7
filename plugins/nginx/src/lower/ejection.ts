import { combine, map, type Traced } from "@dpm/print";
import { ejectionOf, phrase, type LoadBalancer, type Phrase, type Reason } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import { printSeconds, wholeSeconds } from "../units.ts";
import type { Context } from "./context.ts";
import { replaysStatuses } from "./retrying.ts";
import { ownRetry, type Route } from "./routes.ts";

/** `max_fails` and `fail_timeout` of every server of a gateway. */
export interface Fails {
  readonly maxFails: Traced<number>;
  readonly failTimeout: Traced<number>;
}

/** When a server is left out: always stated, so nginx's own single failure is never in force (ngx_http_upstream_module). */
export function ejection(gateway: LoadBalancer, routes: readonly Route[], context: Context): Fails {
  const { on, target } = context;
  const { ejection: written, healthCheck: check } = gateway;
  const plus = target.options.edition === "plus";
  if (check && !check.enabled) disabledChecks(check, on);
  if (written) {
    if (check?.enabled && !plus) refuseChecks(check, on);
    return writtenEjection(gateway, written, routes, context);
  }
  const { by, failures, duration } = ejectionOf(gateway, plus);
  if (check && by === "health_check") standIn(check, failures.value, notCounted(gateway, routes, context), on);
  return { maxFails: failures, failTimeout: map(duration, wholeSeconds) };
}

type Check = NonNullable<LoadBalancer["healthCheck"]>;
type Written = NonNullable<LoadBalancer["ejection"]>;

function writtenEjection(gateway: LoadBalancer, written: Written, routes: readonly Route[], context: Context): Fails {
  const { on } = context;
  const enabled = on.exact(written, "enabled");
  const { window, duration } = written;
  const failTimeout = duration ?? window;
  if (!written.enabled) {
    const maxFails = combine([enabled, on.exact(written, "failures")], () => 0);
    const off = combine([on.exact(written, "window"), on.exact(written, "duration") ?? enabled], () => failTimeout);
    return { maxFails, failTimeout: map(off, wholeSeconds) };
  }
  const failures = on.approximated(written, "failures", notCounted(gateway, routes, context));
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

/**
 * Which failures leave no server out. nginx counts a status only when it tries the next server after it: where it replays
 * statuses at all, not after the last try, and not after a method such as POST unless everything may be repeated.
 */
function notCounted(gateway: LoadBalancer, routes: readonly Route[], context: Context): Reason {
  if ((gateway.servers ?? []).length < 2) return problems.singleServer();
  const replays = (route: Route): boolean => {
    const retry = ownRetry(route, context);
    return retry !== undefined && replaysStatuses(gateway, retry);
  };
  const replaying = routes.filter(replays);
  if (replaying.length === 0) return problems.statusNotCounted({ what: phrases.hereNone() });
  const posts = replaying.every((route) => route.protection?.idempotent) ? [] : [phrases.noneAfterPost()];
  const others = routes
    .filter((route) => !replaying.includes(route))
    .map((route) => phrases.noneFor({ callee: route.callee ?? "" }));
  return problems.statusNotCounted({ what: [phrases.noneAfterLast(), ...posts, ...others] });
}

/** Open source has no active checks: failed calls within an interval leave a server out for as long. */
function standIn(check: Check, fails: number, notCounted: Reason, on: Context["on"]): void {
  const time = printSeconds(check.interval);
  const { code, message, params } = notCounted;
  const reason = problems.passiveCheck({ fails, time, but: phrase(code, message, params) });
  on.approximated(check, "enabled", reason);
  on.approximated(check, "interval", reason);
  unasked(check, on);
}

function unasked(check: Check, on: Context["on"]): void {
  const [first = "", ...others] = (check.expectedStatus ?? []).map(String);
  const statuses = others.reduce<string | Phrase>((one, other) => phrases.or({ one, other }), first);
  on.impossible(check, "path", problems.noActiveCheck({ what: check.path ?? phrases.aPath() }));
  on.impossible(check, "timeout", problems.noActiveCheck({ what: phrases.ownTimeout() }));
  on.impossible(check, "expectedStatus", problems.noActiveCheck({ what: statuses }));
}

function refuseChecks(check: Check, on: Context["on"]): void {
  const reason = problems.writtenEjectionWins();
  on.impossible(check, "enabled", reason);
  on.impossible(check, "interval", reason);
  unasked(check, on);
}

function disabledChecks(check: Check, on: Context["on"]): void {
  for (const field of ["enabled", "interval", "timeout", "path", "expectedStatus"] as const) on.byDefault(check, field);
}
