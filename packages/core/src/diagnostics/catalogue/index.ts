import type { CatalogueEntry } from "../define.ts";
import { conditionalProblems } from "./conditional.ts";
import { kindProblems } from "./kinds.ts";
import { languageProblems } from "./language.ts";
import { modelProblems } from "./model.ts";
import { parseProblems } from "./parse.ts";
import { pluginProblems } from "./plugins.ts";
import { breakerProblems } from "./rules-breaker.ts";
import { dataProblems } from "./rules-data.ts";
import { loadProblems } from "./rules-load.ts";
import { observabilityProblems } from "./rules-observability.ts";
import { rawProblems } from "./raw.ts";
import { timeProblems } from "./rules-time.ts";
import { ruleProblems } from "./rules.ts";
import { valueProblems } from "./values.ts";

/** Every diagnostic of dpm itself, by its code. */
export function catalogue(): Readonly<Record<string, CatalogueEntry>> {
  return Object.fromEntries(
    [
      parseProblems,
      languageProblems,
      valueProblems,
      rawProblems,
      modelProblems,
      ruleProblems,
      loadProblems,
      dataProblems,
      timeProblems,
      breakerProblems,
      observabilityProblems,
      kindProblems,
      conditionalProblems,
      pluginProblems,
    ].flatMap(({ catalogue: { owner, entries } }) =>
      Object.entries(entries).map(([slug, entry]): [string, CatalogueEntry] => [`${owner}/${slug}`, entry]),
    ),
  );
}
