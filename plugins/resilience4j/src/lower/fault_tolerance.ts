import { concerns, type FaultTolerance } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import type { Policy } from "../model.ts";
import { bulkhead } from "./fault_tolerance/bulkhead.ts";
import { circuitBreaker } from "./fault_tolerance/circuit-breaker.ts";
import { fallback } from "./fault_tolerance/fallback.ts";
import { retry } from "./fault_tolerance/retry.ts";
import { timeouts } from "./fault_tolerance/timeouts.ts";
import { callersOf, type Callers } from "./callers.ts";
import type { Context, Guarded } from "./guarded.ts";
import { instanceOf, namesOf } from "./names.ts";

/** The policy classes of a component: what this target owns on the edges to it, and the deadlines that it states there. */
export function policies(block: FaultTolerance, context: Context): readonly Policy[] {
  return callersOf(block.name, context).map((callers) => policy(block, callers, context));
}

function policy(block: FaultTolerance, { caller, edges }: Callers, context: Context): Policy {
  const [edge] = edges;
  const guarded: Guarded = { block, edge };
  const calleeDown = edges.some((one) => one.from !== "service")
    ? problems.calleeDown({ component: block.name })
    : undefined;
  const limits = timeouts(guarded, context);
  const answers = fallback(guarded, calleeDown, context);
  const breaker = circuitBreaker(guarded, answers ? undefined : calleeDown, context);
  const retries = retry(guarded, answers || breaker ? undefined : calleeDown, context);
  const places = bulkhead(guarded, limits, context);
  context.on.byDefault(block, "owners");
  context.on.byDefault(block, "calls");
  return {
    style: context.target.options.style,
    component: block.name,
    ...(caller !== undefined && { caller }),
    name: instanceOf(block.name, caller),
    names: namesOf(block.name, context.target.options, caller),
    ...limits,
    ...(answers && { fallback: answers }),
    ...(breaker && { breaker }),
    ...(retries && { retry: retries }),
    ...(places && { bulkhead: places }),
    ...idempotent(guarded, context),
    others: concerns.flatMap((concern) => {
      const by = edge.owners[concern]?.target;
      return by === undefined || by === context.target.name ? [] : [{ concern, by }];
    }),
  };
}

function idempotent({ block, edge }: Guarded, { on, owns }: Context): Pick<Policy, "idempotent"> {
  const owner = edge.owners.retry;
  if (owns(edge, "retry")) return { idempotent: on.exact(block, "idempotent") };
  if (owner) on.elsewhere(block, "idempotent", owner);
  else on.byDefault(block, "idempotent", problems.noEffect({ field: "idempotent", why: phrases.nothingAgain() }));
  return {};
}
