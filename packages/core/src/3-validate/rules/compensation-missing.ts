import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { wordsOf } from "../../2-normalize/names.ts";
import { rule } from "../rule.ts";

/** A saga can undo each step before its `pivot`: every other participant has a `compensation`. */
export const compensationMissing = rule("compensation-missing", "distributed_transaction", (block) => {
  const { coordinator, participants, compensation = {}, pivot } = block;
  if (coordinator !== "saga") return;
  const undone = new Set(Object.keys(compensation).map(wordsOf));
  const end = pivot === undefined ? -1 : participants.findIndex((one) => wordsOf(one) === wordsOf(pivot));
  const before = end === -1 ? participants : participants.slice(0, end);
  return before.flatMap((name, index) =>
    undone.has(wordsOf(name)) ? [] : [dataProblems.compensationMissing({ name }).at(spanOf(participants, `${index}`))],
  );
});
