import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { wordsOf } from "../../2-normalize/names.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** The pivot is the step of a participant. */
export const pivotOutside = rule("pivot-outside", "distributed_transaction", (block) => {
  const { participants, pivot } = block;
  if (pivot === undefined || participants.some((name) => wordsOf(name) === wordsOf(pivot))) return;
  const params = { name: pivot, participants: participants.map((name) => `\`${name}\``) };
  return kindProblems.pivotOutside(params).at(spanOf(block, "pivot"));
});
