import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A check should not be a shell command: it runs where the registry's agent runs. */
export const scriptCheck = rule("script-check", "service_discovery", ({ healthCheck }) =>
  healthCheck?.enabled && healthCheck.script !== undefined
    ? kindProblems.scriptCheck().at(keySpanOf(healthCheck, "script"))
    : undefined,
);
