import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Who hashes a header must say which. */
export const hashHeaderMissing = rule("hash-header-missing", "load_balancer", (block) => {
  if (block.strategy !== "consistent_hash" || block.hashKey !== "header" || block.hashHeader !== undefined) return;
  return ruleProblems.hashHeaderMissing().at(spanOf(block, "hashKey"));
});
