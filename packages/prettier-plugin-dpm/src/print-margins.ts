import type { Doc } from "prettier";
import { builders } from "prettier/doc";
import type { Margin } from "./tree.ts";

const { breakParent, hardline, join, lineSuffix, literalline } = builders;

/** Text as it is written, over as many lines as it has. */
export function verbatim(text: string): Doc {
  return join(literalline, text.split("\n"));
}

/** A comment or annotation. A block comment whose lines begin with `*` moves with what is around it. */
export function margin({ type, text }: Margin): Doc {
  if (type !== "block" || !text.includes("\n")) return text;
  const [first = "", ...others] = text.split("\n");
  const isStarred = others.every((line) => line.trimStart().startsWith("*"));
  return isStarred ? join(hardline, [first.trimEnd(), ...others.map((line) => ` ${line.trim()}`)]) : verbatim(text);
}

/** Whatever stands behind an entry on its line, before its comma and behind it. */
export function trailing(margins: readonly Margin[]): { readonly inside: Doc; readonly outside: Doc } {
  return {
    inside: margins.filter((one) => one.type === "block").map((one) => [" ", margin(one)]),
    // What is at a line's end does not count for its width.
    outside: margins.filter((one) => one.type !== "block").map((one) => [lineSuffix([" ", margin(one)]), breakParent]),
  };
}

/** What stands before an entry, on its line or on lines of its own, as it is written. */
export function leading(margins: readonly Margin[], lines: number, isAlone: boolean): Doc {
  return margins.map((one, index) => {
    const next = margins[index + 1] ?? { type: "entry", lines };
    const breaks = next.lines > 0 || endsLine(one) || next.type === "import" || (isAlone && one.type === "annotation");
    return [margin(one), next.lines > 1 ? [hardline, hardline] : breaks ? hardline : " "];
  });
}

/** What stands on lines of its own before a closing brace. */
export function dangling(margins: readonly Margin[]): Doc {
  const last = margins.at(-1);
  return last === undefined ? "" : [leading(margins.slice(0, -1), last.lines, false), margin(last)];
}

/** What stands between two tokens of one entry. */
export function between(margins: readonly Margin[]): Doc {
  return margins.map((one) => {
    if (one.type === "import") return [hardline, margin(one), hardline];
    return [margin(one), endsLine(one) ? hardline : " "];
  });
}

/** Nothing may follow it on its line. */
function endsLine({ type }: Margin): boolean {
  return type === "line" || type === "doc" || type === "import";
}
