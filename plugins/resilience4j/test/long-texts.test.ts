import { compile } from "@dpm/core";
import { expect, test } from "vitest";
import plugin from "../src/index.ts";

test("a text that is too long for one literal of Java is no bug, in the policy and in its tests", () => {
  const long = "y".repeat(70_000);
  const text = `fault_tolerance Shop { fallback: { default_response: "${long}" } }
generate_tests Shop { type: unit, framework: junit, patterns: [fault_tolerance], scenarios: [fallback_execution, "${long}"] }`;
  const { artifacts, diagnostics } = compile({
    sources: [{ name: "a.dpm", text }],
    targets: [{ name: "resilience4j", plugin }],
  });
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  const java = artifacts.filter((one) => one.path.endsWith(".java"));
  expect(java).toHaveLength(2);
  for (const { content } of java) {
    const literals = [...content.text.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].map(([literal]) => literal.length);
    expect(Math.max(...literals)).toBeLessThan(65_535);
    expect(content.text.replace(/",\s*"/g, "")).toContain(long);
  }
});
