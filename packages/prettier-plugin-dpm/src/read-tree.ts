import type { SyntaxToken } from "@dpm/core";
import { leavesOf } from "./leaves.ts";
import { split, type Mark } from "./split.ts";
import type { Body, Entry, Group, Leaf, Margin, Tree, Value } from "./tree.ts";

type Written = Pick<Entry, "type" | "head" | "colon" | "value">;

/** The tree of a text without mistakes. */
export function readTree(source: string, tokens: readonly SyntaxToken[]): Tree {
  const leaves = leavesOf(source, tokens);
  let at = 0;

  const take = (): Leaf => {
    const leaf = leaves[at++];
    if (leaf === undefined) throw new Error("a text without mistakes ends before its end");
    return leaf;
  };

  /** The next token that the grammar sees: an import before it is written beside it. */
  const inner = (): Leaf => {
    const before: Margin[] = [];
    for (;;) {
      const leaf = take();
      before.push(...leaf.before);
      if (leaf.type !== "import") return { ...leaf, before };
      before.push({ type: "import", text: leaf.text, lines: leaf.lines });
    }
  };

  const value = (first: Leaf): Value => (first.type === "{" || first.type === "[" ? group(first) : first);

  const group = (open: Leaf): Group => ({ open, ...body(open.type === "[") });

  const afterColon = (head: readonly Leaf[], colon: Leaf): Written => ({
    ...{ type: "field", head, colon },
    value: value(inner()),
  });

  const entry = (first: Leaf, isList: boolean): Written => {
    if (isList) return { type: "value", head: [], value: value(first) };
    if (first.type === "import") return { type: "import", head: [first] };
    if (first.type === "use") return { type: "field", head: [first] };
    const second = inner();
    if (second.type === ":") return afterColon([first], second);
    if (second.type === "{") return { type: "field", head: [first], value: group(second) };
    return { type: "block", head: [first, second], value: group(inner()) };
  };

  const body = (isList: boolean): Body => {
    const entries: Entry[] = [];
    let opening: readonly Margin[] = [];
    let isExpanded: boolean | undefined;
    let marks: Mark[] = [];
    let isSpoken = false;
    for (;;) {
      const leaf = isList ? inner() : take();
      marks.push(...leaf.before);
      isSpoken ||= leaf.before.some(({ type }) => type === "doc" || type === "annotation");
      // Behind what would speak of the entry before a comma, that comma must stay, or it speaks of the next one.
      if (leaf.type === "," && (isList || !isSpoken)) {
        marks.push({ type: "comma", lines: leaf.lines });
        continue;
      }
      const { trailing, leading, lines } = split(marks, leaf);
      const last = entries.pop();
      if (last) entries.push({ ...last, trailing });
      else opening = trailing;
      isExpanded ??= lines > 0;
      if (leaf.type === "}" || leaf.type === "]" || leaf.type === "end")
        return { opening, entries, dangling: leading, isExpanded, close: leaf };
      marks = [];
      if (leaf.type !== "import") isSpoken = false;
      const first: Leaf = { ...leaf, before: [] };
      const written: Written = leaf.type === "," ? { type: "comma", head: [first] } : entry(first, isList);
      entries.push({ ...written, leading, lines, trailing: [] });
    }
  };

  return { type: "file", source, ...body(false) };
}
