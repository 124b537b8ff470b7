/** Something that foreign code threw, as part of a message: never a stack trace, never a colour. */
export function inOneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  // oxlint-disable-next-line no-control-regex -- terminal escapes are what is removed; node:util takes too long to load
  const [first = ""] = text.replace(/\u001b\[[\d;]*m/g, "").split(/[\r\n]/);
  return first.length > 200 ? `${first.slice(0, 200)}…` : first;
}
