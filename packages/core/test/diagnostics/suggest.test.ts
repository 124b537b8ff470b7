import fc from "fast-check";
import { expect, test } from "vitest";
import { suggest } from "../../src/diagnostics/suggest.ts";

const fields = ["retry", "timeout", "circuit_breaker", "fallback", "bulkhead", "max_attempts", "max_delay"];

test.each([
  ["retyr", "retry"],
  ["rety", "retry"],
  ["retryy", "retry"],
  ["rettry", "retry"],
  ["timeuot", "timeout"],
  ["maxAttempts", "max_attempts"],
  ["max-attempts", "max_attempts"],
  ["MAX_ATTEMPS", "max_attempts"],
  ["circuitbreaker", "circuit_breaker"],
  ["circut_braker", "circuit_breaker"],
])("%s means %s", (word, meant) => {
  expect(suggest(word, fields)).toBe(meant);
});

test.each(["strategy", "x", "", "max", "re", "__proto__"])("%s means none of them", (word) => {
  expect(suggest(word, fields)).toBeUndefined();
});

test("of equally near candidates the first is taken, and the nearer before the first", () => {
  expect(suggest("bat", ["cat", "hat"])).toBe("cat");
  expect(suggest("batt", ["cattt", "bat"])).toBe("bat");
});

test("a word is never suggested for itself", () => {
  expect(suggest("retry", ["retry"])).toBeUndefined();
  expect(suggest("Retry", ["retry"])).toBe("retry");
});

test("what is suggested is a candidate, for any word however long", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (word, candidates) => {
      const meant = suggest(word, candidates);
      expect(meant === undefined || candidates.includes(meant)).toBe(true);
    }),
  );
  expect(suggest("x".repeat(10_000_000), ["x".repeat(10_000_001)])).toBeUndefined();
});
