import type { FallbackPolicy } from "@dpm/core";
import { expect, test } from "vitest";
import { fiveOfTen, ms, played, policy, s, script } from "./policies.ts";

const chain = (...links: FallbackPolicy["chain"]): FallbackPolicy => ({
  chain: links,
  cacheTtl: 1 * s,
  empty: "object",
});

test("the links of the chain are tried in their order", () => {
  const by = (links: FallbackPolicy["chain"], letters: string) =>
    played({
      policy: policy({ fallback: chain(...links) }),
      backend: script(letters),
      requests: letters.length,
    }).requests.at(-1)?.answeredBy;
  expect(by(["cache", "default_response"], "F")).toBe("default_response");
  expect(by(["cache", "default_response"], "SF")).toBe("cache");
  expect(by(["default_response"], "SF")).toBe("default_response");
  expect(by(["empty"], "F")).toBe("empty");
  expect(by([], "F")).toBeUndefined();
});

test("a cached answer is served up to its time to live and no longer", () => {
  const by = (gap: number) =>
    played({ policy: policy({ fallback: chain("cache") }), backend: script("SF"), requests: 2, gap }).requests[1]
      ?.answeredBy;
  expect(by(1 * s)).toBe("cache");
  expect(by(1 * s + 1)).toBeUndefined();
});

test("the cache answers for the same request only", () => {
  const trace = played({ policy: policy({ fallback: chain("cache") }), backend: script("SF"), requests: 4, keys: 2 });
  expect(trace.requests.map((one) => one.answer)).toEqual(["ok", "error", "fallback", "error"]);
});

test("a fallback answers for every kind of failure but a business error", () => {
  const protection = policy({
    fallback: chain("empty"),
    breaker: { ...fiveOfTen, trip: { kind: "consecutive", failures: 1 } },
    bulkhead: { maxConcurrentCalls: 1, maxWait: 0 },
    timeout: { total: 100 * ms },
  });
  const answers = (letters: string, callers: number) =>
    played({ policy: protection, backend: script(letters), requests: 2, callers }).requests.map((one) => one.answer);
  expect(answers("F", 1)).toEqual(["fallback", "fallback"]);
  expect(answers("H", 2)).toEqual(["fallback", "fallback"]);
  expect(answers("B", 1)).toEqual(["error", "error"]);
});
