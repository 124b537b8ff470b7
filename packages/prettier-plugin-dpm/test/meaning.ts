import { createSyntaxReader, type SyntaxToken } from "@dpm/core";

const read = createSyntaxReader();

/** What a text says, without places: its tree, and every token and comment in order. Undefined where it has a mistake. */
export function meaningOf(text: string): { readonly tree: unknown; readonly tokens: readonly string[] } | undefined {
  const { document, tokens, diagnostics } = read({ name: "a.dpm", text });
  if (diagnostics.length > 0) return undefined;
  return {
    tree: JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === "span" ? undefined : value))),
    tokens: tokens.filter(({ type }) => type !== ",").map(bare),
  };
}

/** White space within a token may change where it means nothing; in a comment at the ends of its lines. */
function bare({ type, text }: SyntaxToken): string {
  if (type === "comment" || type === "doc")
    return text
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .join("\n");
  return text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (piece) => (piece.startsWith('"') ? piece : ""));
}
