import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

const least = 60_000_000;

/** Consul removes a service that fails its checks after at least a minute: `deregister_critical_service_after` >= 1 min. */
export const deregisterTooSoon = rule("deregister-too-soon", "service_discovery", ({ registry, healthCheck }) => {
  const after = healthCheck?.deregisterCriticalServiceAfter;
  if (registry !== "consul" || !healthCheck || after === undefined || after >= least) return;
  return kindProblems
    .deregisterTooSoon({ after: printDuration(after) })
    .at(spanOf(healthCheck, "deregisterCriticalServiceAfter"));
});
