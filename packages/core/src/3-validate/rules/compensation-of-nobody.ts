import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { wordsOf } from "../../2-normalize/names.ts";
import { rule } from "../rule.ts";

/** Only what was done is undone: every key of `compensation` is one of the `participants`. */
export const compensationOfNobody = rule("compensation-of-nobody", "distributed_transaction", (block) => {
  const { participants, compensation = {} } = block;
  const taking = new Set(participants.map(wordsOf));
  return Object.keys(compensation)
    .filter((name) => !taking.has(wordsOf(name)))
    .map((name) => dataProblems.compensationOfNobody({ name }).at(keySpanOf(compensation, name)));
});
