import type { Traced } from "@dpm/print";
import type { LoadBalancer } from "../blocks/load_balancer.ts";
import { decided } from "./decided.ts";
import { take } from "./origin.ts";

/** When a failing server is left out, in microseconds, each number with where it came from. */
export interface Ejection {
  /** A written `ejection`, a stand-in for `health_check`, or what holds where neither is written. */
  readonly by: "ejection" | "health_check" | "nothing";
  readonly enabled: boolean;
  readonly failures: Traced<number>;
  readonly window: Traced<number>;
  readonly duration: Traced<number>;
}

/**
 * A written `ejection` wins; then three failures within the interval of `health_check`, for a target that cannot check
 * by itself; else 5 failures in 10 s, since no engine's own hair-trigger is left in force.
 */
export function ejectionOf(block: LoadBalancer | undefined, canCheck: boolean): Ejection {
  const { ejection, healthCheck } = block ?? {};
  if (ejection) {
    const window = take(ejection, "window");
    return {
      by: "ejection",
      enabled: ejection.enabled,
      failures: take(ejection, "failures"),
      window,
      duration: take(ejection, "duration") ?? window,
    };
  }
  if (healthCheck?.enabled && !canCheck) {
    const interval = take(healthCheck, "interval");
    const failures = decided("passive stand-in for health_check", 3, take(healthCheck, "enabled"));
    return { by: "health_check", enabled: true, failures, window: interval, duration: interval };
  }
  const what = "5 failures in 10 s where nothing is written";
  const time = decided(what, 10_000_000);
  return { by: "nothing", enabled: true, failures: decided(what, 5), window: time, duration: time };
}
