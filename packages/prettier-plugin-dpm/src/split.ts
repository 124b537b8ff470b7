import type { Leaf, Margin } from "./tree.ts";

/** What stands between two entries: comments, annotations, and the commas between them. */
export type Mark = Margin | { readonly type: "comma"; readonly lines: number };

export interface Split {
  /** What belongs to the entry before, or to the opening brace. */
  readonly trailing: readonly Margin[];
  /** What belongs to the entry behind, or to none. */
  readonly leading: readonly Margin[];
  /** Line breaks before the first that belongs to what is behind. */
  readonly lines: number;
}

/** Comments up to the end of the line belong to what stands before them, all else to what stands behind. */
export function split(marks: readonly Mark[], next: Leaf): Split {
  const trailing: Margin[] = [];
  let at = 0;
  for (; at < marks.length; at++) {
    const mark = marks[at];
    if (mark === undefined || mark.lines > 0 || !staysBehind(mark, marks.slice(at + 1), next)) break;
    if (mark.type !== "comma") trailing.push(mark);
  }
  const leading: Margin[] = [];
  let lines = 0;
  let first: number | undefined;
  for (const mark of marks.slice(at)) {
    lines = Math.max(lines, mark.lines);
    if (mark.type === "comma") continue;
    first ??= lines;
    leading.push({ ...mark, lines });
    lines = 0;
  }
  return { trailing, leading, lines: first ?? Math.max(lines, next.lines) };
}

function staysBehind({ type }: Mark, rest: readonly Mark[], next: Leaf): boolean {
  if (type !== "block") return type === "comma" || type === "line" || type === "doc";
  const [follower, ...others] = rest;
  if (follower === undefined) return next.lines > 0 || next.type === "}" || next.type === "]" || next.type === "end";
  return follower.lines > 0 || staysBehind(follower, others, next);
}
