import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { catalogue } from "../../src/diagnostics/catalogue/index.ts";
import { dataProblems } from "../../src/diagnostics/catalogue/rules-data.ts";
import { loadProblems } from "../../src/diagnostics/catalogue/rules-load.ts";
import { observabilityProblems } from "../../src/diagnostics/catalogue/rules-observability.ts";
import { kindProblems } from "../../src/diagnostics/catalogue/kinds.ts";
import { breakerProblems } from "../../src/diagnostics/catalogue/rules-breaker.ts";
import { timeProblems } from "../../src/diagnostics/catalogue/rules-time.ts";
import { ruleProblems } from "../../src/diagnostics/catalogue/rules.ts";
import { rules } from "../../src/3-validate/rules/index.gen.ts";
import { only } from "../compile/compiling.ts";
import { attemptCases } from "./cases/attempts.ts";
import { breakerCases } from "./cases/breaker.ts";
import { budgetCases } from "./cases/budget.ts";
import { callerCases } from "./cases/callers.ts";
import { electionCases } from "./cases/elections.ts";
import { fallbackCases } from "./cases/fallback.ts";
import { latencyCases } from "./cases/latency.ts";
import { limitCases } from "./cases/limits.ts";
import { lockCases } from "./cases/locks.ts";
import { loadCases } from "./cases/loads.ts";
import { lockAndCacheCases } from "./cases/locks-and-caches.ts";
import { objectiveCases } from "./cases/objectives.ts";
import { patternCases } from "./cases/patterns.ts";
import { podCases } from "./cases/pods.ts";
import { queueCases } from "./cases/queues.ts";
import { quorumCases } from "./cases/quorums.ts";
import { replicationCases } from "./cases/replication.ts";
import { secretCases } from "./cases/secrets.ts";
import { serverCases } from "./cases/servers.ts";
import { stepCases } from "./cases/steps.ts";
import { dataCases } from "./cases/data.ts";
import { deploymentCases } from "./cases/deployment.ts";
import { discoveryCases } from "./cases/discovery.ts";
import { generatedCodeCases } from "./cases/generated-code.ts";
import { levelCases } from "./cases/levels.ts";
import { observabilityCases } from "./cases/observability.ts";
import { systemCases } from "./cases/systems.ts";
import { timeoutCases } from "./cases/timeouts.ts";
import { transactionCases } from "./cases/transactions.ts";
import type { Repair, RuleCase } from "./rule-case.ts";

/** Where the rules' texts stand. */
const catalogues = [
  ruleProblems,
  timeProblems,
  breakerProblems,
  loadProblems,
  dataProblems,
  observabilityProblems,
  kindProblems,
];

const cases: readonly RuleCase[] = [
  ...attemptCases,
  ...breakerCases,
  ...budgetCases,
  ...callerCases,
  ...electionCases,
  ...fallbackCases,
  ...latencyCases,
  ...limitCases,
  ...lockCases,
  ...loadCases,
  ...lockAndCacheCases,
  ...objectiveCases,
  ...patternCases,
  ...podCases,
  ...queueCases,
  ...quorumCases,
  ...replicationCases,
  ...secretCases,
  ...serverCases,
  ...stepCases,
  ...dataCases,
  ...deploymentCases,
  ...discoveryCases,
  ...generatedCodeCases,
  ...levelCases,
  ...observabilityCases,
  ...systemCases,
  ...timeoutCases,
  ...transactionCases,
];

test("every rule has a case, and finds what its name says", () => {
  const names = rules.map((rule) => rule.name).sort();
  expect([...new Set(cases.map((one) => one.rule))].sort()).toEqual(names);
  expect(catalogues.flatMap(({ catalogue: { entries } }) => Object.keys(entries)).sort()).toEqual(names);
});

test("every finding of a rule says how to mend it, and an advice begins with a verb", () => {
  for (const { rule, broken, targets } of cases) {
    const { help } = only(check(broken, targets), `core/${rule}`);
    expect(help, rule).toMatch(/^(add|choose|declare|keep|lower|raise|remove|say|set|use|widen|write) /);
  }
});

describe.each(cases.map((one, place) => [`${one.rule} (${place + 1})`, one] as const))("%s", (_, one) => {
  const code = `core/${one.rule}`;

  test("speaks of the model that breaks the law, with its numbers, at the smallest token", () => {
    const { span, message, severity } = only(check(one.broken, one.targets), code);
    expect(message).toBe(one.says);
    expect(span && one.broken.slice(span.start, span.end)).toBe(one.at);
    expect(severity).toBe(catalogue()[code]?.severity);
  });

  test("is silent on the nearest models that keep the law", () => {
    for (const kept of one.kept) expect(codesOf(kept, one), kept).not.toContain(code);
  });

  const { undecided } = one;
  if (undecided)
    test("says what it misses, instead of a verdict", () => {
      const { model, says } = undecided;
      const found = check(model, one.targets).filter(
        ({ code: found }) => found === code || found === "core/conditional",
      );
      expect(found.filter(({ params }) => params["rule"] === one.rule).map(({ message }) => message)).toEqual([says]);
      expect(found.map((one) => one.code)).not.toContain(code);
    });

  test("is silent once its own advice is followed, and no sooner", () => {
    const { help = "" } = only(check(one.broken, one.targets), code);
    expect(one.repairs.length).toBeGreaterThan(0);
    for (const repair of one.repairs) {
      const captured = repair.help.exec(help)?.slice(1);
      if (!captured) throw new Error(`${help} is not ${repair.help}`);
      const mended = repaired(one.broken, repair, repair.by(...captured));
      expect(codesOf(mended, one), mended).not.toContain(code);
      expect(check(mended, one.targets).filter((found) => found.severity === "error")).toEqual([]);
      if (repair.short) expect(codesOf(repaired(one.broken, repair, repair.short(...captured)), one)).toContain(code);
    }
  });
});

function check(text: string, targets: RuleCase["targets"] = []): ReturnType<typeof compile>["diagnostics"] {
  return compile({ sources: [{ name: "test.dpm", text }], targets }).diagnostics;
}

function codesOf(text: string, { targets }: RuleCase): readonly string[] {
  return check(text, targets).map((one) => one.code);
}

function repaired(text: string, { replace }: Repair, by: string): string {
  const mended = text.replace(replace, () => by);
  if (mended === text) throw new Error(`${String(replace)} is not in ${text}`);
  return mended;
}
