import type { RuleCase } from "../rule-case.ts";

export const generatedCodeCases: readonly RuleCase[] = [
  ...["../elsewhere", "/srv/code", "src/../../code", "C:\\\\code"].map((directory): RuleCase => ({
    rule: "directory-outside",
    broken: `generate_nodejs A { output: { directory: "${directory}" } }`,
    at: `"${directory}"`,
    says: `\`${directory.replace("\\\\", "\\")}\` is not inside the project: what is generated is written there only where the configuration allows it`,
    kept: [`generate_nodejs A { output: { directory: "src/../code" } }`, "generate_go A { output: {} }"],
    repairs: [{ help: /such as `(src)`/, replace: directory, by: (folder = "") => folder }],
  })),
  {
    rule: "unknown-scenario",
    broken: "generate_tests A { type: unit scenarios: [normal_operation, complete_order_flow] }",
    at: "complete_order_flow",
    says: "dpm knows no scenario `complete_order_flow`: a test that is switched off is made of it",
    kept: ["generate_tests A { type: unit scenarios: [normal_load, network_partition] }"],
    repairs: [{ help: /use one of (\w+),/, replace: "complete_order_flow", by: (known = "") => known }],
  },
  {
    rule: "unknown-scenario",
    broken: "generate_tests A { type: unit scenarios: [time_out_scenario] }",
    at: "time_out_scenario",
    says: "dpm knows no scenario `time_out_scenario`: a test that is switched off is made of it",
    kept: [],
    repairs: [{ help: /write `(\w+)`/, replace: "time_out_scenario", by: (known = "") => known }],
  },
];
