import { spanOf, type Diagnostic, type FaultTolerance, type ValidateContext } from "@dpm/core";
import { problems } from "./diagnostics.ts";
import type { Options } from "./options.ts";

const most = 2_147_483_647;

/** Numbers that Resilience4j's types or checks do not take. */
export function numbers(block: FaultTolerance, { target }: ValidateContext<Options>): readonly Diagnostic[] {
  return [...tooLarge(block), ...rate(block, target.options.style)];
}

function tooLarge({ circuitBreaker, bulkhead }: FaultTolerance): readonly Diagnostic[] {
  const window = circuitBreaker?.slidingWindow;
  const seconds = Math.ceil((window?.time ?? 0) / 1_000_000);
  return [
    ...(circuitBreaker ? fields(circuitBreaker.failureThreshold, ["count", "failures", "consecutive"]) : []),
    ...(circuitBreaker ? fields(circuitBreaker, ["minimumRequestCount"]) : []),
    ...(window ? fields(window, ["calls"]) : []),
    ...(window && seconds > most ? [problems.numberTooLarge({ number: seconds }).at(spanOf(window, "time"))] : []),
    ...(circuitBreaker ? fields(circuitBreaker.halfOpenState, ["permittedCalls"]) : []),
    ...(bulkhead ? fields(bulkhead, ["maxConcurrentCalls"]) : []),
  ];
}

function fields<C extends object>(container: C, names: readonly (keyof C & string)[]): readonly Diagnostic[] {
  return names.flatMap((name) => {
    const number = container[name];
    return typeof number === "number" && number > most
      ? [problems.numberTooLarge({ number }).at(spanOf(container, name))]
      : [];
  });
}

/** CircuitBreakerConfig takes rates above 0, Spring's CommonCircuitBreakerConfigurationProperties none below 1. */
function rate({ circuitBreaker: breaker }: FaultTolerance, style: Options["style"]): readonly Diagnostic[] {
  if (!breaker) return [];
  const { ratio, count } = breaker.failureThreshold;
  const share =
    ratio ??
    (count !== undefined && breaker.minimumRequestCount !== undefined ? count / breaker.minimumRequestCount : 1);
  const percent = share * 100;
  const inRange = style === "spring" ? percent >= 1 : percent > 0;
  if (inRange) return [];
  const params = { least: style === "spring" ? "1" : "more than 0", rate: percent };
  return [problems.rateOutOfRange(params).at(spanOf(breaker, "failureThreshold"))];
}
