/** Something that foreign code threw, as part of a message: never a stack trace, never a colour. */
export function inOneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  // node:util would take away terminal escapes too, but takes long to load.
  const [first = ""] = text.replace(/\u001b\[[\d;]*m/g, "").split(/[\r\n]/);
  return first.length > 200 ? `${first.slice(0, 200)}…` : first;
}
