import { observabilityProblems } from "../../diagnostics/catalogue/rules-observability.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

const kinds = ["http", "tcp", "script"] as const;

/** A reader should know how checks are joined: each of `http`, `tcp` and `script` is a check of its own, and all must pass. */
export const severalChecks = rule("several-checks", "service_discovery", ({ healthCheck }) => {
  const written = kinds.filter((kind) => healthCheck?.[kind] !== undefined);
  if (!healthCheck?.enabled || written.length < 2) return;
  const params = { count: written.length, checks: written.map((kind) => `\`${kind}\``), first: written[0] ?? "" };
  return observabilityProblems.severalChecks(params).at(keySpanOf(healthCheck, written[1]));
});
