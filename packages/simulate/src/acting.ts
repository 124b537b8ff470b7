import type { Concern, Policy } from "@dpm/core";

/** What is left of a policy where a layer performs only these concerns. Timeouts nest, so every layer keeps them. */
export function acting(
  { retry, breaker, bulkhead, fallback, ...always }: Policy,
  concerns: readonly Concern[],
): Policy {
  return {
    ...always,
    ...(retry && concerns.includes("retry") && { retry }),
    ...(breaker && concerns.includes("circuit_breaker") && { breaker }),
    ...(bulkhead && concerns.includes("bulkhead") && { bulkhead }),
    ...(fallback && concerns.includes("fallback") && { fallback }),
  };
}
