import { compile, definePlugin } from "@dpm/core";
import { expect, test } from "vitest";
import { amplification } from "../../src/index.ts";

/** A target in the process of each caller, which retries. */
const code = definePlugin({
  name: "code",
  apiVersion: 1,
  support: { fault_tolerance: { layer: "in_process", concerns: ["retry"], fields: ["exact"] } },
});

/** What the rule says of a chain of calls, and how many calls the last component sees of one request while it fails. */
function played(outer: string, inner: string): { readonly says: unknown; readonly seen: number } {
  const text = `fault_tolerance A { calls: [B] }
    fault_tolerance B { ${outer}, calls: [C] }
    fault_tolerance C { ${inner} }`;
  const sources = [{ name: "chain.dpm", text }];
  const { model, diagnostics } = compile({ sources, targets: [{ name: "code", plugin: code }] });
  const found = amplification(model, "C");
  if ("problem" in found) throw new Error(found.problem.message);
  const says = diagnostics.find((one) => one.code === "core/attempts-multiply")?.params["all"];
  return { says, seen: Math.max(...found.map((one) => one.generated.callsPerRequest)) };
}

test("two edges that retry make as many calls of one request as the rule says", () => {
  expect(played("retry: 3", "retry: 5")).toEqual({ says: 15, seen: 15 });
});

test("with retries on one edge there are only its attempts, and the rule is silent", () => {
  expect(played("retry: 3", "retry: 1")).toEqual({ says: undefined, seen: 3 });
  expect(played("retry: 1", "retry: 5")).toEqual({ says: undefined, seen: 5 });
});
