import { stripVTControlCharacters } from "node:util";

/** Something that foreign code threw, as part of a message: never a stack trace. */
export function inOneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [first = ""] = stripVTControlCharacters(text).split(/[\r\n]/);
  return first.length > 200 ? `${first.slice(0, 200)}…` : first;
}
