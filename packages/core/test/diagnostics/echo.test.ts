import { expect, test } from "vitest";
import { compileText, findings } from "../compile/compiling.ts";

const shop = (body: string): string => `fault_tolerance Shop { ${body} }`;

test("a mistake is told once: no rule speaks of a value that could not be read", () => {
  for (const threshold of ['"150%"', "-1", "1.5"]) {
    const codes = findings(compileText(shop(`circuit_breaker: { failure_threshold: ${threshold} }`)));
    expect(codes.join(" "), threshold).not.toContain("threshold-missing");
    expect(codes.length, threshold).toBe(1);
  }
  const unknown = findings(compileText(shop(`fallback: { strategy: "useCahce" }`)));
  expect(unknown.join(" ")).not.toContain("fallback-without-answer");
  expect(unknown).toHaveLength(1);
});

test("what is wrong elsewhere in the same block is told all the same", () => {
  const codes = findings(compileText(shop(`retyr: 3, circuit_breaker: { failure_threshold: {} }`)));
  expect(codes.join(" ")).toContain("core/unknown-field");
  expect(codes.join(" ")).toContain("core/threshold-missing");
});
