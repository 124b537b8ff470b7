import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { blockRule } from "../rule.ts";
import { textsIn } from "../texts.ts";

/** `scheme://user:password@host`; the user may be empty, as Redis has it. */
const urlWithPassword = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@\s:]*:[^/?#@\s]+@/i;

/** A URL in a model should have no password in it. */
export const passwordInUrl = blockRule("password-in-url", (block) =>
  textsIn(block)
    .filter(({ value }) => urlWithPassword.test(value))
    .map(({ name, span }) => ruleProblems.passwordInUrl({ name }).at(span)),
);
