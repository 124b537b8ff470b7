import { indexLines, type LineIndex, type Position } from "../source/position.ts";
import type { SourceFile, Span } from "../source/source-file.ts";

/** Lines and columns count from 1, columns in UTF-16 units; offsets count from 0. `end` is exclusive. */
export interface RangeJson {
  readonly start: Position;
  readonly end: Position;
}

/** A place. The file is empty where none is concerned; the range is the file's beginning where its text is not at hand. */
export interface PlaceJson {
  readonly file: string;
  readonly range: RangeJson;
}

const beginning: Position = { line: 1, column: 1, offset: 0 };

/** Finds places in the texts that are at hand. */
export function placing(sources: readonly SourceFile[]): (span: Span | undefined) => PlaceJson {
  const texts = new Map(sources.map(({ name, text }) => [name, text]));
  const indexes = new Map<string, LineIndex>();
  return (span) => {
    const text = span && texts.get(span.file);
    if (span === undefined || text === undefined)
      return { file: span?.file ?? "", range: { start: beginning, end: beginning } };
    const index = indexes.get(span.file) ?? indexLines(text);
    indexes.set(span.file, index);
    return { file: span.file, range: { start: index.position(span.start), end: index.position(span.end) } };
  };
}
