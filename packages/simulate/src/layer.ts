import type { BreakerPolicy, RetryPolicy } from "@dpm/core";
import { failed, noPermit, type Stage, type Surroundings } from "./call.ts";
import { createCircuit, type Circuit } from "./circuit.ts";
import type { ActingLayer } from "./scenario.ts";
import { breaker } from "./stages/breaker.ts";
import { bulkhead } from "./stages/bulkhead.ts";
import { deadline } from "./stages/deadline.ts";
import { fallback } from "./stages/fallback.ts";
import { rateLimit } from "./stages/rate-limit.ts";
import { retry } from "./stages/retry.ts";
import { servers } from "./stages/servers.ts";

/** What layers are built in. */
export interface Site extends Surroundings {
  /** Gets to know every breaker there is. */
  readonly watch: (circuit: Circuit) => void;
}

/** The layers around a backend, outermost first, as one call. A layer inside another's servers exists once in each of them. */
export function layered(layers: readonly ActingLayer[], site: Site, backend: Stage): Stage {
  const [outer, ...inner] = layers;
  if (!outer) return backend;
  const inEach = outer.servers !== undefined && outer.servers.inside !== "shared";
  const built = new Map<string, Stage>();
  const next = (host: string): Stage => {
    const place = inEach ? host : "";
    const stage = built.get(place) ?? (inner.length > 0 ? asBackend(layered(inner, site, backend)) : backend);
    built.set(place, stage);
    return stage;
  };
  return oneLayer(outer, site, next);
}

/** Fallback(TotalTimeout(Bulkhead(Retry(RateLimiter(CircuitBreaker(AttemptTimeout(call))))))); what is absent does not act. */
function oneLayer(
  { name, layer, policy, limit, servers: plan }: ActingLayer,
  site: Site,
  next: (host: string) => Stage,
): Stage {
  const around: Surroundings = { ...site, log: (type, call, more) => site.log(type, call, { layer: name, ...more }) };
  const isGateway = layer === "gateway";
  let stage: Stage = plan ? servers(plan, around, next) : next("");
  stage = within(policy.timeout.perAttempt, "timeout", around, stage);
  if (policy.breaker) stage = breaker(watched(policy.breaker, site), policy.breaker, around, stage);
  if (limit && !isGateway) stage = rateLimit(limit, around, stage);
  stage = retry(policy.retry ?? once, around, stage);
  if (policy.bulkhead) stage = bulkhead(policy.bulkhead, around, stage);
  stage = within(policy.timeout.total, "deadline", around, stage);
  if (policy.fallback) stage = fallback(policy.fallback, around, stage);
  return limit && isGateway ? rateLimit(limit, around, stage) : stage;
}

const once: RetryPolicy = { maxAttempts: 1, backoff: "none", initialDelay: 0, maxDelay: 0, multiplier: 1, on: [] };

function within(limit: number | undefined, failure: "timeout" | "deadline", around: Surroundings, stage: Stage): Stage {
  return limit === undefined ? stage : deadline(limit, failure, around, stage);
}

function watched(policy: BreakerPolicy, site: Site): Circuit {
  const circuit = createCircuit(policy);
  site.watch(circuit);
  return circuit;
}

/**
 * How a layer looks from outside: a process that answers 503 for whatever failed inside it, its own rejections and
 * deadlines included, and passes business errors on. Who cancels it is its caller, whatever the reason there.
 */
function asBackend(stage: Stage): Stage {
  return (call, answer) => {
    const cancel = stage({ ...call, permit: noPermit, tried: new Set() }, (result) => {
      answer(result.ok || result.failure === "business" ? result : failed("error"));
    });
    return () => cancel("caller");
  };
}
