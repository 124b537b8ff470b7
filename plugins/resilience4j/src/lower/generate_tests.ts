import { map, visible, type Traced } from "@dpm/print";
import { take, type BlockKinds, type Phrase } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import type { Policy, PolicyTest, Scenario } from "../model.ts";
import type { Context } from "./guarded.ts";

type GenerateTests = BlockKinds["generate_tests"];

/** JUnit tests of each policy class, where the block asks for unit tests of a component that has one here. */
export function tests(
  block: GenerateTests,
  policies: ReadonlyMap<string, readonly Policy[]>,
  context: Context,
): readonly PolicyTest[] {
  const made = policies.get(block.name) ?? [undefined];
  return made.flatMap((policy) => testsOf(policy, block, context) ?? []);
}

function testsOf(policy: Policy | undefined, block: GenerateTests, context: Context): PolicyTest | undefined {
  const { on } = context;
  const refused = refusal(block, policy);
  if (!policy || refused !== undefined) {
    const because = problems.notTestedHere({ what: refused ?? phrases.withoutPolicy() });
    for (const field of ["type", "framework", "patterns", "scenarios"] as const) on.impossible(block, field, because);
    return undefined;
  }
  const asked = [on.exact(block, "type"), on.exact(block, "framework"), ...patterns(block, context)];
  return { policy, asked: asked.filter((one) => one !== undefined), scenarios: scenarios(block, policy, context) };
}

/** Why nothing is made of a block. */
function refusal(block: GenerateTests, policy: Policy | undefined): string | Phrase | undefined {
  if (!policy) return phrases.noPolicy({ name: block.name });
  if (block.type !== "unit") return block.type;
  if (block.framework !== undefined && block.framework !== "junit") return block.framework;
  return block.patterns?.every((one) => !isTested(one, block))
    ? block.patterns.map((one) => one.pattern).join(", ")
    : undefined;
}

type Pattern = NonNullable<GenerateTests["patterns"]>[number];

function isTested({ pattern, of }: Pattern, block: GenerateTests): boolean {
  return pattern === "fault_tolerance" && (of === undefined || of === block.name);
}

function patterns(block: GenerateTests, { on }: Context): readonly (Traced<unknown> | undefined)[] {
  return (block.patterns ?? []).flatMap((one): readonly (Traced<unknown> | undefined)[] => {
    const because = problems.notTestedHere({ what: one.pattern });
    if (isTested(one, block)) return [on.exact(one, "pattern"), on.exact(one, "of")];
    on.impossible(one, "pattern", because);
    on.impossible(one, "of", because);
    return [];
  });
}

const all = ["normal_operation", "timeout_scenario", "circuit_breaker_activation", "fallback_execution"];

function scenarios(block: GenerateTests, policy: Policy, { on }: Context): readonly Scenario[] {
  const asked = new Set<string>(block.scenarios ?? all);
  const made = [...asked].map((name) => ({ name, test: scenario(name, policy) }));
  const off = made.flatMap(({ name, test }) =>
    test.kind === "disabled" ? [`\`${visible(name)}\` (${test.why})`] : [],
  );
  const because = off.length > 0 ? problems.testsSwitchedOff({ tests: off }) : undefined;
  const origin =
    block.scenarios && (because ? on.approximated(block, "scenarios", because) : on.exact(block, "scenarios"));
  const traced = origin ?? take(block, "type");
  return made
    .filter(({ test }) => block.scenarios !== undefined || test.kind !== "disabled")
    .map(({ name, test }) => ({ ...test, name: map(traced as Traced<unknown>, () => name) }));
}

type Plain =
  | { readonly kind: "normal" | "timeout" | "fallback" }
  | { readonly kind: "breaker"; readonly opensAt: Traced<number> }
  | { readonly kind: "disabled"; readonly why: string };

function scenario(name: string, { totalTimeout, attemptTimeout, breaker, fallback }: Policy): Plain {
  const off = (why: string): Plain => ({ kind: "disabled", why });
  switch (name) {
    case "normal_operation":
      return { kind: "normal" };
    case "timeout_scenario":
      return totalTimeout || attemptTimeout ? { kind: "timeout" } : off("the policy has no timeout");
    case "circuit_breaker_activation":
      return breaker ? { kind: "breaker", opensAt: breaker.minimumCalls } : off("the policy has no circuit breaker");
    case "fallback_execution":
      return fallback ? { kind: "fallback" } : off("the policy has no fallback");
    default:
      return off("nothing is known under that name");
  }
}
