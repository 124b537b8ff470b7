import { lines, paragraphs } from "./code.ts";
import { lineComment } from "./comment.ts";
import type { JavaText } from "./literal.ts";
import { qualified } from "./names.ts";
import type { Value } from "../origin.ts";
import { codeTag } from "../code.ts";

const code = codeTag("java");

export interface JavaFile {
  readonly packageName: Value<string>;
  /** Qualified names, in any order, each at least once; `static java.util.Map.entry` for a static member. */
  readonly imports?: Iterable<string>;
  /** Lines of the comment above the package. */
  readonly header?: readonly string[];
  /** The types of the file. */
  readonly types: readonly JavaText[];
}

/** A compilation unit: header comment, package, sorted imports (static ones first), types. */
export function file({ packageName, imports = [], header = [], types }: JavaFile): JavaText {
  return paragraphs([
    lines([header.map((line) => lineComment(line)), packageName !== "" && code`package ${qualified(packageName)};`]),
    importsOf(imports),
    ...types,
  ]);
}

/** In the order of UTF-16 units, not of a locale. */
function importsOf(names: Iterable<string>): JavaText {
  const sorted = [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
  const isStatic = (name: string) => name.startsWith("static ");
  return paragraphs([
    lines(sorted.filter(isStatic).map((name) => code`import static ${qualified(name.slice("static ".length))};`)),
    lines(sorted.filter((name) => !isStatic(name)).map((name) => code`import ${qualified(name)};`)),
  ]);
}
