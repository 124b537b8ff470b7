import { originsOf } from "./origin.ts";
import type { Origin } from "./origin.ts";

const rope: unique symbol = Symbol.for("@dpm/print/text");

/**
 * Text of one language, made by its printers only: a raw string can be printed, never concatenated.
 * A rope of strings with their origins; indentation is decided when it is printed.
 */
export interface Text<L extends string = string> {
  readonly language: L;
  readonly [rope]: Rope;
}

/** A string in a rope holds no line break: `lineBreak` is the only one, so nothing but layout ends a line. */
export type Rope = string | readonly Rope[] | LineBreak | Indented | Marked;
export interface LineBreak {
  readonly kind: "break";
}
interface Indented {
  readonly kind: "indented";
  readonly by: string;
  readonly rope: Rope;
}
export interface Marked {
  readonly kind: "marked";
  readonly origins: readonly Origin[];
  readonly rope: Rope;
}

export const lineBreak: LineBreak = { kind: "break" };

/** Every line of the rope that begins inside it gets `by` before it; empty lines stay empty. */
export function indented(by: string, inner: Rope): Rope {
  return by === "" ? inner : { kind: "indented", by, rope: inner };
}

export function marked(origins: readonly Origin[], inner: Rope): Rope {
  return origins.length === 0 ? inner : { kind: "marked", origins, rope: inner };
}

/** The ropes with a separator between them. */
export function separated(ropes: readonly Rope[], separator: Rope): Rope {
  const result: Rope[] = [];
  for (const part of ropes) {
    if (result.length > 0) result.push(separator);
    result.push(part);
  }
  return result;
}

export function text<L extends string>(language: L, inner: Rope): Text<L> {
  return { language, [rope]: inner };
}

/** @throws TypeError when a caller without types hands over something that no printer made */
export function ropeOf(from: Text): Rope {
  const inner = isText(from) ? from[rope] : undefined;
  if (inner === undefined) throw new TypeError("expected Text that a printer made, not a raw value");
  return inner;
}

export function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && rope in value;
}

/** Whether nothing visible would be printed. */
export function isEmpty(part: Rope): boolean {
  if (typeof part === "string") return part === "";
  if ("kind" in part) return part.kind === "break" || isEmpty(part.rope);
  return part.every(isEmpty);
}

/**
 * Says that this text is there because of these values: `mark(nginx.directive("least_conn"), strategy)`.
 * Inner parts with origins of their own keep them.
 */
export function mark<L extends string>(inner: Text<L>, ...because: readonly unknown[]): Text<L> {
  const origins = [...new Set(because.flatMap(originsOf))];
  return text(inner.language, marked(origins, ropeOf(inner)));
}
