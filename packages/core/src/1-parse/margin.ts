import type { IToken } from "chevrotain";
import { docText } from "./doc-text.ts";
import type { AnnotationNode, FieldNode } from "./syntax.ts";
import { endOf } from "./tokens.ts";
import { argumentsOf } from "./words.ts";

/** What stands before a block or an item: for the reader, and for dpm. */
export type Before = Pick<FieldNode, "doc" | "annotations"> | undefined;

/** The doc comments and annotations of a text, which are read in order beside its tokens. */
export interface Margin {
  /** True when nothing is left. */
  readonly isEmpty: () => boolean;
  /** What stands between two places. */
  readonly between: (from: number, to: number) => Before;
  /** Annotations that were passed, or are left over: nothing stands behind them that could be annotated. */
  readonly stray: () => readonly AnnotationNode[];
}

interface Marginal {
  readonly file: string;
  readonly base: number;
  readonly docs: readonly IToken[];
  readonly annotations: readonly IToken[];
}

/** Begins to read the margin of a text. */
export function marginOf({ file, base, docs, annotations }: Marginal): Margin {
  let nextDoc = 0;
  let nextAnnotation = 0;
  const passed: AnnotationNode[] = [];
  const annotation = (token: IToken): AnnotationNode => {
    const [name = ""] = /^[^\s(]+/.exec(token.image.slice(1)) ?? [];
    const span = { file, start: base + token.startOffset, end: base + endOf(token) };
    return { name, values: argumentsOf(token.image), span };
  };
  const docBetween = (from: number, to: number): string | undefined => {
    const lines: string[] = [];
    for (let doc = docs[nextDoc]; doc !== undefined && doc.startOffset < to; doc = docs[++nextDoc]) {
      if (doc.startOffset >= from) lines.push(doc.image);
    }
    return lines.length === 0 ? undefined : docText(lines);
  };
  const annotationsBetween = (from: number, to: number): readonly AnnotationNode[] => {
    const found: AnnotationNode[] = [];
    for (
      let next = annotations[nextAnnotation];
      next !== undefined && next.startOffset < to;
      next = annotations[++nextAnnotation]
    )
      (next.startOffset < from ? passed : found).push(annotation(next));
    return found;
  };
  return {
    isEmpty: () => nextDoc >= docs.length && nextAnnotation >= annotations.length,
    between: (from, to) => {
      const doc = docBetween(from, to);
      const noted = annotationsBetween(from, to);
      return { ...(doc !== undefined && { doc }), ...(noted.length > 0 && { annotations: noted }) };
    },
    stray: () => [...passed, ...annotations.slice(nextAnnotation).map(annotation)],
  };
}
