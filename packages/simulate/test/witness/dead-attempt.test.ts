import { compile } from "@dpm/core";
import { expect, test } from "vitest";
import { played } from "../policies.ts";

const model = (perAttempt: string): string => `fault_tolerance Shop {
  idempotent: true
  retry: { max_attempts: 3, backoff: "fixed", initial_delay: "100ms" }
  timeout: { total: "1s", per_attempt: "${perAttempt}" }
}`;

function attempts(text: string): number {
  const compiled = compile({ sources: [{ name: "shop.dpm", text }] });
  const isDead = compiled.diagnostics.some(({ code }) => code === "core/dead-attempt");
  const policy = compiled.model.components[0]?.policy;
  if (!policy) throw new Error("no policy");
  const { backendCalls } = played({ policy, backend: { behaviour: "hang" } });
  expect(isDead).toBe(backendCalls < 3);
  return backendCalls;
}

test("the third attempt never reaches a backend that hangs, and does once an attempt is a millisecond shorter", () => {
  expect(attempts(model("400ms"))).toBe(2);
  expect(attempts(model("399ms"))).toBe(3);
});
