import { expect, test } from "vitest";
import { compile } from "@dpm/core";
import { simulate } from "../../src/index.ts";
import { s } from "../policies.ts";

const model = (limit: string): string => `fault_tolerance A {
  idempotent: true
  retry: { max_attempts: 3, backoff: "fixed", initial_delay: "100ms" }
  timeout: { per_attempt: "1s" }
}
verify_fault_tolerance A { constraints: { max_response_time: "${limit}" } }`;

test("a call of three attempts that hang takes exactly as long as the budget rule says", () => {
  const broken = compile({ sources: [{ name: "a.dpm", text: model("3s") }] });
  const kept = compile({ sources: [{ name: "a.dpm", text: model("3200ms") }] });
  const found = broken.diagnostics.find((one) => one.code === "core/budget-exceeded");
  expect(found?.params["worst"]).toBe("3.2 s");
  expect(kept.diagnostics.map((one) => one.code)).not.toContain("core/budget-exceeded");
  const policy = broken.model.components[0]?.policy;
  if (!policy) throw new Error("there is no policy");
  const trace = simulate({ policy, backend: { behaviour: "hang" } });
  expect("problem" in trace ? undefined : trace.requests[0]?.endedAt).toBe(3.2 * s);
});
