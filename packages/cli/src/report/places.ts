import { indexLines, type Position, type SourceFile, type Span } from "@dpm/core";

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Finds where a span is, as editors count. */
export type Places = (span: Span) => { readonly file: string; readonly range: Range };

/** Indexes each source once, when the first of its places is asked for. */
export function places(sources: readonly SourceFile[]): Places {
  const texts = new Map(sources.map((one) => [one.name, one.text]));
  const indexes = new Map<string, ReturnType<typeof indexLines>>();
  return ({ file, start, end }) => {
    const lines = indexes.get(file) ?? indexLines(texts.get(file) ?? "");
    indexes.set(file, lines);
    return { file, range: { start: lines.position(start), end: lines.position(end) } };
  };
}

/** `order.dpm:6:45`. */
export function placeText(placeOf: Places, span: Span): string {
  const { file, range } = placeOf(span);
  return `${file}:${range.start.line}:${range.start.column}`;
}
