import type { StringNode, WordNode } from "../../1-parse/syntax.ts";
import type { Span } from "../../source/source-file.ts";
import { nowhere } from "../origin.ts";

/** The part of a literal between two places of its text; the whole literal where escapes make them unknown. */
export function within(node: StringNode | WordNode, start: number, end: number): Span {
  const { span } = node;
  if (span === nowhere) return span;
  const text = node.type === "string" ? node.value : node.text;
  const quote = node.type === "string" ? 1 : 0;
  if (span.end - span.start !== text.length + 2 * quote || end <= start) return span;
  return { file: span.file, start: span.start + quote + start, end: span.start + quote + end };
}
