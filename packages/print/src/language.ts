import { codeTag, commas, lines, paragraphs } from "./code.ts";
import type { CodeTag, Hole } from "./code.ts";
import { originsOf, plain } from "./origin.ts";
import type { Value } from "./origin.ts";
import { marked, text } from "./text.ts";
import type { Rope, Text } from "./text.ts";

/** How a language writes its tokens: each function turns a raw value into source text on one line, fully escaped. */
export type Tokens = Readonly<Record<string, (value: never) => string>>;

/** The printers of a language: one per token kind, and what composes them. */
export type Language<L extends string, T extends Tokens> = {
  readonly [K in keyof T]: (value: Value<Parameters<T[K]>[0]>) => Text<L>;
} & {
  /** A skeleton of fixed code with holes for this language's text. */
  readonly code: CodeTag<L>;
  /** One below the other. */
  readonly lines: (texts: readonly Hole<L>[]) => Text<L>;
  /** With a blank line between. */
  readonly paragraphs: (texts: readonly Hole<L>[]) => Text<L>;
  /** In one line, with commas between. */
  readonly commas: (texts: readonly Hole<L>[]) => Text<L>;
};

/**
 * Printers for a language that this package does not know. The token functions are the only place where raw values
 * become text, so they are what a reviewer reads.
 *
 * ```ts
 * const redis = language("redis.conf", { str: (s: string) => JSON.stringify(s), int: (n: number) => String(n) });
 * print(redis.code`maxmemory ${redis.int(limit)}`);
 * ```
 */
export function language<L extends string, const T extends Tokens>(name: L, tokens: T): Language<L, T> {
  const printers = Object.entries(tokens).map(([kind, write]) => [kind, token(name, kind, write)]);
  return {
    ...Object.fromEntries(printers),
    code: codeTag(name),
    lines: (texts: readonly Hole<L>[]) => lines(name, texts),
    paragraphs: (texts: readonly Hole<L>[]) => paragraphs(name, texts),
    commas: (texts: readonly Hole<L>[]) => commas(name, texts),
  } as Language<L, T>;
}

function token<L extends string>(
  name: L,
  kind: string,
  write: (value: never) => string,
): (value: Value<never>) => Text<L> {
  return (value) => text(name, markedAs(value, singleLine(write(plain(value)), `${name}.${kind}`)));
}

/** A rope that carries the origins of the value that it prints. */
export function markedAs(value: unknown, rope: Rope): Rope {
  return marked(originsOf(value), rope);
}

function singleLine(written: string, by: string): string {
  if (/[\r\n]/.test(written)) throw new TypeError(`\`${by}\` must escape line ends, it returned some`);
  return written;
}
