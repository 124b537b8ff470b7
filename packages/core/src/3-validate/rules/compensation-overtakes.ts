import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A step that comes after its compensation must not be done: participants keep `tombstones`. */
export const compensationOvertakes = rule("compensation-overtakes", "distributed_transaction", (block) => {
  if (block.coordinator !== "saga" || !block.compensation || block.tombstones === true) return;
  return dataProblems.compensationOvertakes().at(keySpanOf(block, "compensation"));
});
