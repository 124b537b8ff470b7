import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Spellings of one environment. */
const environments = [
  ["production", "prod", "live"],
  ["staging", "stage", "preproduction", "preprod"],
  ["development", "dev"],
  ["test", "testing", "qa"],
] as const;

/** A tag that names an environment names the one in `metadata.environment`. */
export const environmentDrift = rule("environment-drift", "service_discovery", ({ serviceTags = [], metadata }) => {
  const environment = metadata?.["environment"];
  const own = environment === undefined ? undefined : groupOf(environment);
  if (environment === undefined || own === undefined) return;
  return serviceTags.flatMap((tag, index) => {
    const meant = groupOf(tag);
    if (meant === undefined || meant === own) return [];
    return [kindProblems.environmentDrift({ tag, environment }).at(spanOf(serviceTags, String(index)))];
  });
});

function groupOf(word: string): number | undefined {
  const found = environments.findIndex((names) => names.some((name) => name === word.toLowerCase()));
  return found < 0 ? undefined : found;
}
