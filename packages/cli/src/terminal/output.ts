import fs from "node:fs";
import { styleText } from "node:util";

for (const name of ["stdout", "stderr"] as const) endCalmly(name);

/** Gives a stream of Node, once somebody asks for it, an ear for the end of its reader. */
function endCalmly(name: "stdout" | "stderr"): void {
  const open = Object.getOwnPropertyDescriptor(process, name)?.get;
  let stream: NodeJS.WriteStream | undefined;
  const get = (): NodeJS.WriteStream | undefined => {
    if (stream) return stream;
    stream = open?.call(process) as NodeJS.WriteStream | undefined;
    stream?.on("error", (error: NodeJS.ErrnoException) => {
      if (!isEnough(error)) throw error;
    });
    return stream;
  };
  if (open) Object.defineProperty(process, name, { configurable: true, enumerable: true, get });
}

/** Whoever read the output has seen enough; what the run does otherwise goes on to its end. */
function isEnough({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE";
}

/**
 * The streams of Node, where they lead to a terminal. Elsewhere the descriptors are written to: opening a stream for a
 * pipe or a file takes a run 5 ms.
 */
const terminals = {
  stdout: isTerminal(1) ? process.stdout : undefined,
  stderr: isTerminal(2) ? process.stderr : undefined,
};

function isTerminal(descriptor: number): boolean {
  try {
    return fs.fstatSync(descriptor).isCharacterDevice();
  } catch {
    // Closed: Node has a stream for that too.
    return true;
  }
}

/** Data: what was asked for. */
export function print(text: string): void {
  if (terminals.stdout) terminals.stdout.write(text);
  else writeAll(1, text);
}

/** Everything else: diagnostics, progress, hints. */
export function tell(text: string): void {
  if (terminals.stderr) terminals.stderr.write(text);
  else writeAll(2, text);
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += fs.writeSync(descriptor, bytes, at);
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (isEnough(failure)) return;
      if (failure.code !== "EAGAIN") throw error;
      // Another process has set the pipe not to wait for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/**
 * Leaves standard output to `print` alone: what a configuration or a plugin writes there, by `console.log` or directly,
 * goes to standard error. One line of theirs would make the result unreadable for a tool.
 */
export function keepOutputToData(): void {
  Object.defineProperty(process, "stdout", { configurable: true, enumerable: true, get: () => process.stderr });
}

/** One JSON object, alone on standard output. */
export function printJson(value: unknown): void {
  print(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** How wide a line may be. What is no terminal has room, but not so much that a log becomes unreadable. */
export function columns(): number {
  // A terminal that does not know its width says 0.
  return Math.max(terminals.stdout?.columns || 120, 60);
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

export const styles: Styles = stylesOf("stdout");
export const errorStyles: Styles = stylesOf("stderr");

function stylesOf(name: keyof typeof terminals): Styles {
  const stream = terminals[name];
  const isPlain = !stream && process.env["FORCE_COLOR"] === undefined;
  const style =
    (format: Format) =>
    (text: string): string =>
      text === "" || isPlain ? text : styleText(format, text, { stream: stream ?? process[name] });
  return {
    bold: style("bold"),
    dim: style("dim"),
    good: style("green"),
    fair: style("yellow"),
    bad: style("red"),
    accent: style("cyan"),
  };
}
