import { languagePhrases, languageProblems } from "../diagnostics/catalogue/language.ts";
import { phrases } from "../diagnostics/catalogue/phrases.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Suppression } from "./expand/annotations.ts";

/** What is told in spite of suppressions, and what was accepted. */
export interface Suppressed {
  readonly told: readonly Diagnostic[];
  /** How many findings were accepted. */
  readonly accepted: number;
}

/**
 * Leaves out the warnings and notes that a suppression accepts. Errors are never accepted, and a suppression that has
 * nothing to accept is told: it would hide the next one. `codesOf` gives the codes of dpm and the configured plugins.
 */
export function suppress(
  found: readonly Diagnostic[],
  suppressions: readonly Suppression[],
  codesOf: () => ReadonlySet<string>,
): Suppressed {
  if (suppressions.length === 0) return { told: found, accepted: 0 };
  const known = codesOf();
  const used = new Set<Suppression>();
  const told = found.filter((diagnostic) => {
    const accepting = suppressions.filter((one) => accepts(one, diagnostic));
    for (const one of accepting) used.add(one);
    return accepting.length === 0 || diagnostic.severity === "error";
  });
  const own = suppressions.flatMap((one) => {
    const owner = one.code.slice(0, one.code.indexOf("/"));
    const isOwnerKnown = [...known].some((code) => code.startsWith(`${owner}/`));
    if (isOwnerKnown && !known.has(one.code)) {
      const near = suggest(one.code, known);
      const place = near === undefined ? {} : { label: phrases.didYouMean({ near }) };
      return [languageProblems.suppressionUnknown({ code: one.code }).at(one.span, place)];
    }
    const blocked = told.find((diagnostic) => diagnostic.severity === "error" && accepts(one, diagnostic));
    if (blocked) {
      const related = [{ message: languagePhrases.theError(), span: blocked.span }];
      return [languageProblems.suppressionOfError({ code: one.code }).at(one.span, { related })];
    }
    // The code of a plugin that is not configured, or what only another environment has, cannot be found in this run.
    return used.has(one) || one.varies || !isOwnerKnown
      ? []
      : [languageProblems.suppressionUnused({ code: one.code }).at(one.span)];
  });
  return { told: [...told, ...own], accepted: found.length - told.length };
}

function accepts({ code, over }: Suppression, { code: found, span }: Diagnostic): boolean {
  return code === found && span?.file === over.file && span.start >= over.start && span.end <= over.end;
}
