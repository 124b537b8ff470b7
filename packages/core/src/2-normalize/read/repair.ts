import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import type { Placement } from "../../diagnostics/define.ts";
import type { Span } from "../../source/source-file.ts";

/** Offers another text in the place of one. */
export function instead(span: Span, text: string): Placement {
  return {
    label: phrases.didYouMean({ near: text }),
    fixes: [{ title: phrases.write({ text }), edits: [{ span, text }] }],
  };
}
