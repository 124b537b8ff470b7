import { print, yaml, type Printed } from "@dpm/print";
import type { Bulkhead, CircuitBreaker, Policy, Retry } from "../model.ts";
import { springDuration } from "./durations.ts";
import { nearestFloat, slowCallDuration } from "./neutral.ts";
import { ownNumbers, type OwnNumber } from "./own-numbers.ts";

/** Puts what is raw over the whole file. */
export type Overlay = (file: yaml.Node) => yaml.Node;

/** Every number that Spring can bind: Resilience4j's by its own keys, the policy's below `dpm`. */
export function applicationYml(policies: readonly Policy[], overlay: Overlay): Printed {
  const instances = (node: (policy: Policy) => yaml.Node | undefined): yaml.Node | undefined => {
    const entries = policies.flatMap((policy): yaml.Entry[] => {
      const made = node(policy);
      return made ? [[instanceKey(policy.name), made]] : [];
    });
    return entries.length > 0 ? yaml.map([["instances", yaml.map(entries)]]) : undefined;
  };
  const kinds: readonly yaml.Entry[] = [
    ["bulkhead", instances(({ bulkhead: one }) => one && bulkhead(one))],
    ["retry", instances(({ retry: one }) => one && retry(one))],
    ["circuitbreaker", instances(({ breaker: one }) => one && circuitBreaker(one))],
  ];
  const own = policies.flatMap((policy): yaml.Entry[] => {
    const numbers = ownNumbers(policy);
    return numbers.length > 0 ? [[policy.names.key, yaml.map(numbers.map(ownNumber))]] : [];
  });
  const root = yaml.map([
    kinds.some((kind) => kind && kind[1]) && ["resilience4j", yaml.map(kinds)],
    own.length > 0 && ["dpm", yaml.map(own)],
  ]);
  return print(yaml.doc(overlay(root)));
}

/** Spring drops what is no letter, digit or hyphen from a map's key unless it stands in brackets. */
function instanceKey(name: string): string {
  return /^[A-Za-z0-9-]+$/.test(name) ? name : `[${name}]`;
}

function ownNumber({ name, kind, value }: OwnNumber): yaml.Entry {
  return [name.replaceAll(" ", "-"), kind === "int" ? yaml.int(value) : yaml.str(springDuration(value))];
}

function bulkhead({ maxConcurrentCalls, maxWait }: Bulkhead): yaml.Node {
  return yaml.map([
    ["max-concurrent-calls", yaml.int(maxConcurrentCalls)],
    ["max-wait-duration", yaml.str(springDuration(maxWait))],
  ]);
}

function retry({ maxAttempts, backoff, wait, multiplier, maxWait }: Retry): yaml.Node {
  const first = yaml.because(yaml.str(springDuration(wait)), backoff);
  const grown =
    multiplier && maxWait
      ? ([
          ["enable-exponential-backoff", yaml.because(yaml.bool(true), backoff)],
          ["exponential-backoff-multiplier", yaml.num(multiplier)],
          ["exponential-max-wait-duration", yaml.str(springDuration(maxWait))],
        ] satisfies readonly yaml.Entry[])
      : [];
  return yaml.map([["max-attempts", yaml.int(maxAttempts)], ["wait-duration", first], ...grown]);
}

function circuitBreaker(breaker: CircuitBreaker): yaml.Node {
  return yaml.map([
    ["sliding-window-type", yaml.str(breaker.window)],
    ["sliding-window-size", yaml.int(breaker.windowSize)],
    ["minimum-number-of-calls", yaml.int(breaker.minimumCalls)],
    ["failure-rate-threshold", yaml.num(nearestFloat(breaker.failureRate))],
    ["wait-duration-in-open-state", yaml.str(springDuration(breaker.waitInOpenState))],
    ["permitted-number-of-calls-in-half-open-state", yaml.int(breaker.probes)],
    ["slow-call-duration-threshold", yaml.str(springDuration(slowCallDuration))],
  ]);
}
