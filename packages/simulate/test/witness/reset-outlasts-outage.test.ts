import { compile } from "@dpm/core";
import { expect, test } from "vitest";
import type { Scenario } from "../../src/index.ts";
import { played, s } from "../policies.ts";

const model = (reset: string): string =>
  `fault_tolerance Shop { circuit_breaker: { failure_threshold: 2, reset_timeout: "${reset}" }, outage: "5s" }`;

/** When a caller that asks each second is first answered well again, by a callee that fails its first two calls. */
function backAfter(text: string): number | undefined {
  const { model, diagnostics } = compile({ sources: [{ name: "shop.dpm", text }] });
  expect(diagnostics.some(({ code }) => code === "core/reset-outlasts-outage")).toBe(text.includes("30s"));
  const policy = model.components[0]?.policy;
  if (!policy) throw new Error("no policy");
  const backend: Scenario["backend"] = {
    behaviour: "script",
    script: [{ outcome: "error" }, { outcome: "error" }, { outcome: "ok" }],
  };
  const trace = played({ policy, backend, requests: 40, gap: 1 * s });
  return trace.requests.find((one) => one.answer === "ok")?.endedAt;
}

test("a breaker that stays open for 30 s keeps callers out although the callee is back, one of 5 s does not", () => {
  // It opens at the second call, after one second.
  expect(backAfter(model("30s"))).toBe(31 * s);
  expect(backAfter(model("5s"))).toBe(6 * s);
});
