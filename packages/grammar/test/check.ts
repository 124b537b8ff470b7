import { createParser } from "@dpm/core";
import { at, type Tokenize } from "./tokenize.ts";
import { fits, placesOf, type Place } from "./places.ts";

/** What of a text the language's own parser finds to be something else than its colours say; a sound text has nothing that is invalid. */
export function disagreements(text: string, tokenize: Tokenize): readonly string[] {
  const { document, diagnostics } = createParser()({ name: "main.dpm", text });
  const tokens = tokenize(text);
  const errors = diagnostics.filter((one) => one.severity === "error").map((one) => `unsound: ${one.message}`);
  const invalid = tokens
    .filter(({ scopes }) => scopes.some((one) => one.startsWith("invalid")))
    .map((one) => `invalid: ${one.text}`);
  const wrong = placesOf(document).flatMap((place) => {
    const { scopes } = at(tokens, place.span.start);
    if (fits(place, scopes) || isCutOff(text, place)) return [];
    return [`${text.slice(place.span.start, place.span.end)} is ${scopes.join(" ")}, expected ${place.scope}`];
  });
  return [...errors, ...invalid, ...wrong];
}

/** A grammar of this kind sees one line at a time: what only the next line shows to be a key is taken for a name. */
function isCutOff(text: string, { scope, span }: Place): boolean {
  return scope === "property" && !/[:{]/.test(text.slice(span.end, text.indexOf("\n", span.end)));
}
