import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { blockRule } from "../rule.ts";
import { textsIn } from "../texts.ts";

/** Names of environment variables whose values are secrets; `..._FILE` names where one is. */
const secretName =
  /(?:^|[_.-])(?:password|passwd|pwd|secret|token|api_?key|private_?key|access_?key|secret_?key|credentials?)$/i;

/** A secret should not stand in a model, for models and what is made of them are stored and shared in plain text. */
export const secretLiteral = blockRule("secret-literal", (block) =>
  textsIn(block)
    .filter(({ name, value, isVariable }) => isVariable && value !== "" && secretName.test(name))
    .map(({ name, span }) => ruleProblems.secretLiteral({ name }).at(span)),
);
