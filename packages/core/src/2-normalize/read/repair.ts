import type { Placement } from "../../diagnostics/define.ts";
import type { Span } from "../../source/source-file.ts";

/** Offers another text in the place of one. */
export function instead(span: Span, text: string): Placement {
  return { label: `did you mean \`${text}\`?`, fixes: [{ title: `write \`${text}\``, edits: [{ span, text }] }] };
}
