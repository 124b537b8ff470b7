/** Scanners of what is more than one word and still one token. Each returns the end, or `at` where there is none. */
import { readString } from "./strings.ts";
import { startsWord, wordEnd } from "./characters.ts";

/** `let name` before a colon. */
export function letEnd(text: string, at: number): number {
  const end = namedEnd(text, at, "let");
  return end > at && text[blanksEnd(text, end)] === ":" ? end : at;
}

/** `raw target` before a brace. */
export function rawEnd(text: string, at: number): number {
  const end = namedEnd(text, at, "raw");
  return end > at && text[blanksEnd(text, end)] === "{" ? end : at;
}

/** `use template`, with neither a colon nor a brace behind it. */
export function useEnd(text: string, at: number): number {
  const end = namedEnd(text, at, "use");
  return end > at && !/[:{=([]/.test(text.charAt(blanksEnd(text, end))) ? end : at;
}

/** `import "file"`, with neither a colon nor a brace behind it. */
export function importEnd(text: string, at: number): number {
  if (!text.startsWith("import", at) || !beginsItem(text, at)) return at;
  const from = blanksEnd(text, at + 6);
  const end = from > at + 6 ? stringEnd(text, from) : undefined;
  return end !== undefined && !/[:{]/.test(text.charAt(blanksEnd(text, end))) ? end : at;
}

/** `env("NAME")`, `secret("store/key")`: a value that stands elsewhere. */
export function callEnd(text: string, at: number): number {
  const name = ["env", "secret"].find((one) => text.startsWith(`${one}(`, at));
  if (name === undefined) return at;
  const end = stringEnd(text, blanksEnd(text, at + name.length + 1));
  const close = end === undefined ? at : blanksEnd(text, end);
  return text[close] === ")" ? close + 1 : at;
}

/** `$name`: a constant. */
export function constantEnd(text: string, at: number): number {
  return startsWord(text, at + 1) ? wordEnd(text, at + 1) : at;
}

/** `@name`, `@name("...", "...")`. */
export function annotationEnd(text: string, at: number): number {
  if (!startsWord(text, at + 1)) return at;
  const name = wordEnd(text, at + 1);
  const open = blanksEnd(text, name);
  if (text[open] !== "(") return name;
  let end = spaceEnd(text, open + 1);
  while (text[end] === '"') {
    const string = stringEnd(text, end);
    if (string === undefined) return name;
    end = spaceEnd(text, string);
    if (text[end] !== ",") break;
    end = spaceEnd(text, end + 1);
  }
  return text[end] === ")" ? end + 1 : name;
}

/** The strings in the parentheses of an annotation or a call. */
export function argumentsOf(image: string): readonly string[] {
  const values: string[] = [];
  for (let at = image.indexOf('"'); at >= 0;) {
    const { image: string, reading } = readString(image, at);
    values.push(reading.value);
    at = image.indexOf('"', at + string.length);
  }
  return values;
}

function stringEnd(text: string, at: number): number | undefined {
  if (text[at] !== '"') return undefined;
  const { image, reading } = readString(text, at);
  return reading.closed ? at + image.length : undefined;
}

/** The keyword and a name after it, where an item of a file or a group may begin. */
function namedEnd(text: string, at: number, keyword: string): number {
  if (!text.startsWith(keyword, at) || !beginsItem(text, at)) return at;
  const from = blanksEnd(text, at + keyword.length);
  return from > at + keyword.length && startsWord(text, from) ? wordEnd(text, from) : at;
}

/** False behind what a value follows. */
function beginsItem(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === " " || text[before] === "\t") before--;
  return before < 0 || !/[:=[(]/.test(text.charAt(before));
}

function blanksEnd(text: string, at: number): number {
  let end = at;
  while (text[end] === " " || text[end] === "\t") end++;
  return end;
}

function spaceEnd(text: string, at: number): number {
  let end = at;
  while (/[ \t\r\n]/.test(text.charAt(end))) end++;
  return end;
}
