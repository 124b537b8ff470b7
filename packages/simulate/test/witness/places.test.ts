import { compile, type Policy } from "@dpm/core";
import { expect, test } from "vitest";
import { simulate, type Backend } from "../../src/index.ts";
import { ms } from "../policies.ts";

/** What the rule advises for a policy, and how many of so many callers at once find no place. */
function played(text: string, rule: string, callers: number, backend: Backend) {
  const { model, diagnostics } = compile({ sources: [{ name: "a.dpm", text: `fault_tolerance A { ${text} }` }] });
  const [policy]: readonly Policy[] = model.components.map((one) => one.policy);
  if (!policy) throw new Error("there is no policy");
  const trace = simulate({ policy, backend, callers, requests: callers });
  if ("problem" in trace) throw new Error(trace.problem.message);
  const needed = diagnostics.find((one) => one.code === `core/${rule}`)?.params["needed"];
  return { needed, refused: trace.requests.filter((one) => one.failure === "bulkhead_full").length };
}

test("twenty calls that hang come in the two seconds of a deadline: ten places refuse the other ten, twenty none", () => {
  const policy = (places: number) => `bulkhead: ${places}, timeout: 2s, load: "10 req/s", latency: { p50: 10ms }`;
  const hang = { behaviour: "hang" } as const;
  expect(played(policy(10), "hang-fills-bulkhead", 20, hang)).toEqual({ needed: 20, refused: 10 });
  expect(played(policy(19), "hang-fills-bulkhead", 20, hang)).toEqual({ needed: 20, refused: 1 });
  expect(played(policy(20), "hang-fills-bulkhead", 20, hang)).toEqual({ needed: undefined, refused: 0 });
});

test("a thousand calls in a second of twenty milliseconds each are twenty at once: ten places refuse half of them", () => {
  const policy = (places: number) => `bulkhead: ${places}, load: "1000 req/s", latency: { p50: 20ms }`;
  const well = { behaviour: "script", script: [{ outcome: "ok", after: 20 * ms }] } as const;
  expect(played(policy(10), "bulkhead-below-demand", 20, well)).toEqual({ needed: 20, refused: 10 });
  expect(played(policy(20), "bulkhead-below-demand", 20, well)).toEqual({ needed: undefined, refused: 0 });
});
