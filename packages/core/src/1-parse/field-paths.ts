import type { SourceFile, Span } from "../source/source-file.ts";
import { createParser } from "./parse.ts";
import type { BlockNode, FieldNode, ValueNode } from "./syntax.ts";

/**
 * Says in the model's words what stands at a place: `fault_tolerance OrderService.retry.max_attempts`. Items of a list
 * are not counted, so that a new item does not rename the others. Empty outside of any block.
 */
export function fieldPaths(sources: readonly SourceFile[]): (span: Span) => string {
  const parse = createParser();
  const texts = new Map(sources.map((source) => [source.name, source]));
  const known = new Map<string, readonly BlockNode[]>();
  return (span) => {
    const source = texts.get(span.file);
    if (!source) return "";
    const blocks = known.get(span.file) ?? parse(source).document.blocks;
    known.set(span.file, blocks);
    const block = blocks.find((one) => contains(one.span, span));
    return block ? `${block.kind.text} ${block.name.text}${within(block.body, span)}` : "";
  };
}

function within(value: ValueNode, span: Span): string {
  if (value.type === "list") return value.items.map((item) => within(item, span)).find((path) => path !== "") ?? "";
  if (value.type !== "object") return "";
  const field = value.fields.find((one) => holds(one, span));
  return field ? `.${field.key.text}${within(field.value, span)}` : "";
}

function holds({ key, value }: FieldNode, span: Span): boolean {
  return contains({ ...key.span, end: Math.max(key.span.end, value.span.end) }, span);
}

function contains(outer: Span, { start, end }: Span): boolean {
  return outer.start <= start && end <= outer.end;
}
