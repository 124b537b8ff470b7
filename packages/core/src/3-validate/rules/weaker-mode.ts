import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** From strict to loose. */
const levels = ["linearizable", "sequential", "bounded", "eventual", "weak"] as const;
const modes = [
  ["normalMode", "normal_mode"],
  ["highLoadMode", "high_load_mode"],
  ["failureMode", "failure_mode"],
] as const;

/** A property must hold in every mode: no mode is looser than `linearizability` or `sequential_consistency` asks. */
export const weakerMode = rule("weaker-mode", "dynamic_consistency", (block, component) => {
  const asked = facet(component, "verify_consistency")?.properties ?? [];
  const property =
    asked.find((one) => one === "linearizability") ?? asked.find((one) => one === "sequential_consistency");
  if (property === undefined) return;
  const level = property === "linearizability" ? "linearizable" : "sequential";
  return modes.flatMap(([field, mode]) => {
    const found = block[field];
    if (!found || levels.indexOf(found.consistency) <= levels.indexOf(level)) return [];
    const params = { mode, consistency: found.consistency, property, level, name: component.name };
    return [dataProblems.weakerMode(params).at(spanOf(found, "consistency"))];
  });
});
