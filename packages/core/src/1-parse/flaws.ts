import { languagePhrases, languageProblems } from "../diagnostics/catalogue/language.ts";
import { parsePhrases, parseProblems } from "../diagnostics/catalogue/parse.ts";
import type { Span } from "../source/source-file.ts";
import { describeCharacter, type Mistakes } from "./mistakes.ts";
import type { AnnotationNode } from "./syntax.ts";
import type { Token } from "./tokens.ts";

/** Reports what cannot be read in a string, or in one of a part of the file that begins at `base`. */
export function reportFlaws({ image, startOffset, payload }: Token, base: number, { report, span }: Mistakes): void {
  if (payload === undefined || !("flaws" in payload)) return;
  for (const { type, start, end } of payload.flaws) {
    const place = span(base + startOffset + start, base + startOffset + end);
    const found = image.slice(start, end);
    if (type === "surrogate") report(parseProblems.halfCharacter({ found: describeCharacter(found) }).at(place));
    else {
      const fixes = [
        { title: parsePhrases.writeBackslash(), edits: [{ span: span(place.start, place.start), text: "\\" }] },
      ];
      report(parseProblems.badEscape({ escape: found }).at(place, { fixes }));
    }
  }
}

/** Reports an item of a list that nothing separates from the one before. */
export function reportUnseparated(item: Span, { report }: Mistakes): void {
  const place = { ...item, end: item.start };
  const fixes = [{ title: parsePhrases.writeComma(), edits: [{ span: place, text: ", " }] }];
  report(parseProblems.missingComma().at(item, { fixes }));
}

/** Reports an annotation behind which nothing stands that it could be meant for. */
export function reportStray({ name, span }: AnnotationNode, { report }: Mistakes): void {
  const where = languagePhrases.beforeNothing();
  report(languageProblems.misplaced({ what: languagePhrases.itemAnnotation({ name }), where }).at(span));
}
