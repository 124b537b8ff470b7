import type { SyntaxToken } from "@dpm/core";
import type { Leaf, Margin } from "./tree.ts";

/** The tokens of a text, each with the comments and annotations before it, up to the end of the text. */
export function leavesOf(source: string, tokens: readonly SyntaxToken[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let before: Margin[] = [];
  let end = 0;
  for (const token of tokens) {
    const lines = breaksIn(source, end, token.span.start);
    ({ end } = token.span);
    const type = marginType(token);
    if (type !== undefined) before.push({ type, text: spaced(token), lines });
    else {
      leaves.push({ type: token.type, text: spaced(token), before, lines, start: token.span.start, end });
      before = [];
    }
  }
  const lines = breaksIn(source, end, source.length);
  return [...leaves, { type: "end", text: "", before, lines, start: source.length, end: source.length }];
}

function marginType({ type, text }: SyntaxToken): Margin["type"] | undefined {
  if (type === "doc" || type === "annotation") return type;
  if (type === "comment") return text.startsWith("//") ? "line" : "block";
  return undefined;
}

/** The token with the white space in it as dpm writes it. */
function spaced({ type, text }: SyntaxToken): string {
  if (type === "doc" || (type === "comment" && text.startsWith("//"))) return text.trimEnd();
  if (type === "annotation" || type === "call") {
    const name = /^[^\s(]+/.exec(text)?.[0] ?? "";
    const strings = text.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    return text.endsWith(")") ? `${name}(${strings.join(", ")})` : name;
  }
  const isPair = type === "let" || type === "raw" || type === "use" || type === "import";
  return isPair ? text.replace(/[ \t]+/, " ") : text;
}

/** The line breaks in a range. What a text begins with stands on a line of its own. */
function breaksIn(source: string, from: number, to: number): number {
  return (source.slice(from, to).match(/\r\n?|\n/g)?.length ?? 0) + (from === 0 ? 1 : 0);
}
