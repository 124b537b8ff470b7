import { codeTag, commas as commasOf, lines as linesOf, paragraphs as paragraphsOf } from "../code.ts";
import type { Hole as HoleOf } from "../code.ts";
import type { Text } from "../text.ts";
import type { JavaText } from "./literal.ts";

/** What may stand in a hole: text, several texts (one per line), nothing; comment text inside comments. */
export type Hole = HoleOf<"java" | "java comment">;

type Inside = "code" | "line comment" | "block comment" | "string" | "char" | "text block";

/**
 * A skeleton of fixed Java with holes. A hole in a string literal is refused (write `${java.str(s)}` without quotes),
 * and one in a comment takes only `java.commentText` or `java.javadocText`.
 *
 * ```ts
 * java.code`
 *   public ${java.ident(type)} get() {
 *       ${body}
 *   }
 * `
 * ```
 */
export const code = codeTag("java", ["java", "java comment"], () => {
  let inside: Inside = "code";
  return (fixed) => {
    const here = after(inside, fixed);
    inside = here;
    return (hole) => complaint(here, fixed, hole);
  };
});

/** One below the other; absent and empty ones are left out. */
export function lines(texts: readonly HoleOf<"java">[]): JavaText {
  return linesOf("java", texts);
}

/** With a blank line between. */
export function paragraphs(texts: readonly HoleOf<"java">[]): JavaText {
  return paragraphsOf("java", texts);
}

/** In one line with commas between: arguments, parameters. */
export function commas(texts: readonly HoleOf<"java">[]): JavaText {
  return commasOf("java", texts);
}

const token = /\/\/|\/\*|"""|"|'/;
const ends: Readonly<Record<Exclude<Inside, "code">, RegExp>> = {
  "line comment": /\n/,
  "block comment": /\*\//,
  string: /(?<!\\)(?:\\\\)*"/,
  char: /(?<!\\)(?:\\\\)*'/,
  "text block": /(?<!\\)(?:\\\\)*"""/,
};
const begins: Readonly<Record<string, Exclude<Inside, "code">>> = {
  "//": "line comment",
  "/*": "block comment",
  '"': "string",
  "'": "char",
  '"""': "text block",
};

/** Where the reader of the program is after some more fixed text. */
function after(before: Inside, fixed: string): Inside {
  const found = (before === "code" ? token : ends[before]).exec(fixed);
  if (found === null) return before;
  const rest = fixed.slice(found.index + found[0].length);
  return after(before === "code" ? (begins[found[0]] ?? "code") : "code", rest);
}

function complaint(inside: Inside, fixed: string, hole: Text): string | undefined {
  const isComment = hole.language === "java comment";
  if (inside === "code") return isComment ? "comment text stands outside of a comment" : undefined;
  if (!inside.endsWith("comment")) return `a hole stands inside a ${inside}: \`java.str\` writes its own quotes`;
  if (!isComment) return `a hole inside a ${inside} takes \`java.commentText\` or \`java.javadocText\``;
  // The hole's first character must not complete what the skeleton began.
  return /[\\*]$/.test(fixed) ? "a hole stands directly after `\\` or `*` inside a comment" : undefined;
}
