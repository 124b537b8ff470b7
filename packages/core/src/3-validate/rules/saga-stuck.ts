import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** What was begun is finished or undone: a compensation is tried until it succeeds, not N times. */
export const sagaStuck = rule("saga-stuck", "distributed_transaction", (block) => {
  if (block.coordinator !== "saga" || !block.compensation || block.compensationRetry === "until_done") return;
  return dataProblems.sagaStuck({ attempts: block.retry?.maxAttempts ?? 1 }).at(keySpanOf(block, "compensation"));
});
