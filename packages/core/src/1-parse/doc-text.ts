/** The text of consecutive `///` lines: without the slashes and the one space after them. */
export function docText(lines: readonly string[]): string {
  return lines.map((line) => line.slice(line.startsWith("/// ") ? 4 : 3).trimEnd()).join("\n");
}
