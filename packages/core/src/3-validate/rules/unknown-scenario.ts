import { generateTests } from "../../blocks/generate_tests.ts";
import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A test's scenario is one that dpm can play: of any other only a switched-off test can be made. */
export const unknownScenario = rule("unknown-scenario", "generate_tests", ({ scenarios = [] }) =>
  scenarios.flatMap((scenario, index) => {
    if (known.includes(scenario)) return [];
    const near = suggest(scenario, known);
    const problem = kindProblems.unknownScenario({ scenario, near: near ?? "", known });
    return [problem.at(spanOf(scenarios, String(index)), { help: near === undefined ? "use" : "write" })];
  }),
);

const list = generateTests.body.fields["scenarios"]?.of;
const known = list?.type === "list" && list.item.of.type === "enum" ? Object.keys(list.item.of.values) : [];
