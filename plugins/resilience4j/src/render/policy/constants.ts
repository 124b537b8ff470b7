import { java, mark } from "@dpm/print";
import type { Bulkhead, CircuitBreaker, Policy, Retry } from "../../model.ts";
import { javaDuration } from "../durations.ts";
import { nearestFloat, slowCallDuration } from "../neutral.ts";
import { constant, ownNumbers } from "../own-numbers.ts";
import { longText } from "../long-text.ts";
import { apart, below, part, type Part } from "../part.ts";

const { code } = java;

/** Every number of the policy, at the top of its class. In Spring they are in application.yml. */
export function constants(policy: Policy): Part {
  const { bulkhead, retry, breaker, fallback, idempotent } = policy;
  const response = fallback?.defaultResponse;
  const name = part(code`private static final String NAME = ${java.str(policy.name)};`);
  const standard = response && part(code`private static final String DEFAULT_RESPONSE = ${longText(response)};`);
  return apart(
    idempotent &&
      part(code`
        /** Whether a request can be sent again after it may have been served, where its caller does not know. */
        public static final boolean IDEMPOTENT = ${java.bool(idempotent)};
      `),
    policy.style === "spring" ? below(name, standard) : below(name, ...ownNumbers(policy).map(constant), standard),
    policy.style === "java" && bulkhead && bulkheadConfig(bulkhead),
    policy.style === "java" && retry && retryConfig(retry),
    policy.style === "java" && breaker && breakerConfig(breaker),
  );
}

function bulkheadConfig({ maxConcurrentCalls, maxWait }: Bulkhead): Part {
  const wait = javaDuration(maxWait);
  const config = code`
    private static final BulkheadConfig BULKHEAD = BulkheadConfig.custom()
            .maxConcurrentCalls(${java.int(maxConcurrentCalls)})
            .maxWaitDuration(${wait.code})
            .build();
  `;
  return part(config, "io.github.resilience4j.bulkhead.BulkheadConfig", ...wait.uses);
}

function retryConfig(retry: Retry): Part {
  const pauses = interval(retry);
  const config = code`
    private static final RetryConfig RETRY = RetryConfig.custom()
            .maxAttempts(${java.int(retry.maxAttempts)})
            ${mark(pauses.code, retry.backoff)}
            .build();
  `;
  return part(config, "io.github.resilience4j.retry.RetryConfig", ...pauses.uses);
}

/** The first pause, or the exponential ones; the class makes the others of it. */
function interval({ wait, multiplier, maxWait }: Retry): Part {
  const first = javaDuration(wait);
  if (!multiplier || !maxWait) return part(code`.waitDuration(${first.code})`, ...first.uses);
  const last = javaDuration(maxWait);
  const grown = code`.intervalFunction(IntervalFunction.ofExponentialBackoff(${first.code}, ${java.double(multiplier)}, ${last.code}))`;
  return part(grown, "io.github.resilience4j.core.IntervalFunction", ...first.uses, ...last.uses);
}

function breakerConfig(breaker: CircuitBreaker): Part {
  const wait = javaDuration(breaker.waitInOpenState);
  const slow = javaDuration(slowCallDuration);
  const config = code`
    private static final CircuitBreakerConfig CIRCUIT_BREAKER = CircuitBreakerConfig.custom()
            ${mark(code`.slidingWindowType(SlidingWindowType.${java.ident(breaker.window.value)})`, breaker.window)}
            .slidingWindowSize(${java.int(breaker.windowSize)})
            .minimumNumberOfCalls(${java.int(breaker.minimumCalls)})
            .failureRateThreshold(${java.double(nearestFloat(breaker.failureRate))}f)
            .waitDurationInOpenState(${wait.code})
            .permittedNumberOfCallsInHalfOpenState(${java.int(breaker.probes)})
            .slowCallDurationThreshold(${slow.code})
            .build();
  `;
  const types = ["circuitbreaker.CircuitBreakerConfig", "circuitbreaker.CircuitBreakerConfig.SlidingWindowType"];
  return part(config, ...types.map((type) => `io.github.resilience4j.${type}`), ...wait.uses);
}
