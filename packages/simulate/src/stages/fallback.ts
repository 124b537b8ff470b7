import type { FallbackPolicy } from "@dpm/core";
import type { Stage, Surroundings } from "../call.ts";
import type { Substitute } from "../trace.ts";

/**
 * Answers in place of a call that has failed for good: the last good answer to the same request if it is not older
 * than its time to live, then what is written, then the original error. Business errors pass it by.
 */
export function fallback(policy: FallbackPolicy, { clock }: Surroundings, next: Stage): Stage {
  const lastGood = new Map<number, number>();
  const substitute = (key: number): Substitute | undefined =>
    policy.chain.find((one) => {
      const since = lastGood.get(key);
      return one !== "cache" || (since !== undefined && clock.now() - since <= policy.cacheTtl);
    });
  return (call, answer) =>
    next(call, (result) => {
      if (result.ok) lastGood.set(call.key, clock.now());
      const by = result.ok || result.failure === "business" ? undefined : substitute(call.key);
      answer(by ? { ok: true, by } : result);
    });
}
