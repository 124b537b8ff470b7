import {
  componentOf,
  instancesOf,
  spanOf,
  type Concern,
  type Diagnostic,
  type FaultTolerance,
  type Trip,
} from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { edgesOf, type Context } from "./guarded.ts";

/** Each process has a bulkhead and a breaker of its own: what all of them do together, where their number is known. */
export function replicas(block: FaultTolerance, context: Context): readonly Diagnostic[] {
  return [
    ...perProcess("bulkhead", block, context).map((params) =>
      problems.perProcess(params).at(block.bulkhead && spanOf(block.bulkhead, "maxConcurrentCalls")),
    ),
    ...perProcess("circuit_breaker", block, context).map((params) =>
      problems.breakerPerProcess(params).at(block.circuitBreaker && spanOf(block.circuitBreaker, "failureThreshold")),
    ),
  ];
}

interface Multiplied {
  readonly component: string;
  readonly replicas: number;
  readonly each: number;
  readonly all: number;
}

/** Once for each component in whose processes the policy acts. */
function perProcess(concern: Concern, block: FaultTolerance, context: Context): readonly Multiplied[] {
  const policy = componentOf(context.model, block.name)?.policy;
  const each = concern === "bulkhead" ? policy?.bulkhead?.maxConcurrentCalls : leastToOpen(policy?.breaker?.trip);
  if (each === undefined) return [];
  const acting = edgesOf(block.name, context).filter((edge) => context.owns(edge, concern));
  const processes = new Set(acting.map((edge) => (edge.from === "service" ? edge.caller : edge.callee)));
  return [...processes].flatMap((name) => {
    const runs = name === undefined ? undefined : componentOf(context.model, name);
    const count = (runs && instancesOf(runs)) ?? 1;
    return runs && count > 1 ? [{ component: runs.name, replicas: count, each, all: count * each }] : [];
  });
}

/** So many calls have to fail before a breaker can open. */
function leastToOpen(trip: Trip | undefined): number | undefined {
  if (!trip) return undefined;
  return trip.kind === "rate"
    ? trip.minimum
    : trip.kind === "count"
      ? Math.max(trip.minimum, trip.failures)
      : trip.failures;
}
