import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { conditional } from "../conditional.ts";
import { rule } from "../rule.ts";

/** Messages of one key stay in order: where they are `ordered`, none is set aside while those behind it are handled. */
export const deadLettersReorder = rule("dead-letters-reorder", "message_queue", (block) => {
  if (block.deadLetterQueue?.enabled !== true || block.ordered === false) return;
  const span = keySpanOf(block, "deadLetterQueue");
  if (block.ordered === undefined)
    return conditional("dead-letters-reorder", "`ordered` = `false`", "`ordered: false`", span);
  return dataProblems.deadLettersReorder({ retries: block.deadLetterQueue.maxRetries }).at(span);
});
