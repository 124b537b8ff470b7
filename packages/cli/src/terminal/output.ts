import { styleText } from "node:util";

const write = process.stdout.write.bind(process.stdout);

/** Data: what was asked for. */
export function print(text: string): void {
  write(text);
}

/**
 * Leaves standard output to `print` alone: what a configuration or a plugin writes there, by `console.log` or directly,
 * goes to standard error. One line of theirs would make the result unreadable for a tool.
 */
export function keepOutputToData(): void {
  process.stdout.write = process.stderr.write.bind(process.stderr);
}

/** One JSON object, alone on standard output. */
export function printJson(value: unknown): void {
  print(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** Everything else: diagnostics, progress, hints. */
export function tell(text: string): void {
  process.stderr.write(text);
}

/** How wide a line may be. What is no terminal has room, but not so much that a log becomes unreadable. */
export function columns(): number {
  // A terminal that does not know its width says 0.
  return Math.max(process.stdout.columns || 120, 60);
}

type Format = Parameters<typeof styleText>[0];

/** Colours for one stream; plain where the stream, NO_COLOR or FORCE_COLOR say so. */
export interface Styles {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly fair: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly accent: (text: string) => string;
}

export const styles: Styles = stylesOf(process.stdout);
export const errorStyles: Styles = stylesOf(process.stderr);

function stylesOf(stream: NodeJS.WriteStream): Styles {
  const style =
    (format: Format) =>
    (text: string): string =>
      text === "" ? "" : styleText(format, text, { stream });
  return {
    bold: style("bold"),
    dim: style("dim"),
    good: style("green"),
    fair: style("yellow"),
    bad: style("red"),
    accent: style("cyan"),
  };
}
