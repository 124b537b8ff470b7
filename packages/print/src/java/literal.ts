import { plain } from "../origin.ts";
import type { Value } from "../origin.ts";
import { markedAs } from "../language.ts";
import { text } from "../text.ts";
import type { Text } from "../text.ts";
import { unicodeEscape } from "../unicode.ts";

export type JavaText = Text<"java">;

/** Why a string cannot be one Java literal: a class file holds at most 65535 bytes of it, and `+` does not help. */
export function refusal(s: string): "too-long" | undefined {
  // At most three bytes per UTF-16 unit: only long strings need counting.
  return s.length > 21_845 && modifiedUtf8Length(s) > 65_535 ? "too-long" : undefined;
}

/** A string literal in ASCII, so that every source encoding gives the same program: `"a\nb"`. */
export function str(value: Value<string>): JavaText {
  const s = plain(value);
  if (refusal(s) !== undefined)
    throw new TypeError(`a string of ${s.length} characters, which \`java.refusal\` refuses, was printed`);
  return text("java", markedAs(value, `"${escaped(s)}"`));
}

/** A char literal. @throws RangeError unless the string is one UTF-16 unit */
export function char(value: Value<string>): JavaText {
  const s = plain(value);
  if (s.length !== 1) throw new RangeError(`a char is one UTF-16 unit, not ${s.length}`);
  return text("java", markedAs(value, `'${s === "'" ? "\\'" : escaped(s)}'`));
}

/** Why a number cannot be an `int` literal. */
export function intRefusal(n: number | bigint): "not-an-integer" | "out-of-range" | undefined {
  return integerRefusal(n, 31n);
}

/** Why a number cannot be a `long` literal. A JavaScript number above 2^53 is no exact integer: use a bigint. */
export function longRefusal(n: number | bigint): "not-an-integer" | "out-of-range" | undefined {
  return integerRefusal(n, 63n);
}

/** @throws RangeError for what `intRefusal` refuses */
export function int(value: Value<number | bigint>): JavaText {
  return integer(value, intRefusal, "");
}

/** `1500L`. @throws RangeError for what `longRefusal` refuses */
export function long(value: Value<number | bigint>): JavaText {
  return integer(value, longRefusal, "L");
}

/** `0.5`, `3.0`. @throws RangeError unless the number is finite */
export function double(value: Value<number>): JavaText {
  const n = plain(value);
  if (!Number.isFinite(n)) throw new RangeError(`${n} is not a finite number`);
  const digits = Object.is(n, -0) ? "-0" : String(n);
  return text("java", markedAs(value, /[.e]/.test(digits) ? digits : `${digits}.0`));
}

export function bool(value: Value<boolean>): JavaText {
  return text("java", markedAs(value, String(plain(value))));
}

function integerRefusal(n: number | bigint, bits: bigint): "not-an-integer" | "out-of-range" | undefined {
  if (typeof n === "number" && !Number.isInteger(n)) return "not-an-integer";
  const exact = BigInt(n);
  if (exact < -(2n ** bits) || exact >= 2n ** bits) return "out-of-range";
  return typeof n === "number" && !Number.isSafeInteger(n) ? "not-an-integer" : undefined;
}

function integer(value: Value<number | bigint>, refuses: typeof intRefusal, suffix: string): JavaText {
  const reason = refuses(plain(value));
  if (reason !== undefined) throw new RangeError(`${plain(value)} is no integer literal of that type (${reason})`);
  return text("java", markedAs(value, `${BigInt(plain(value))}${suffix}`));
}

const named: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\f": "\\f",
  "\b": "\\b",
};

/**
 * Java translates `\u` escapes before it reads tokens, so a quote, a backslash and the line ends need the others. A
 * backslash of the data is always doubled and thereby never begins a `\u` (JLS 3.3: only after an even number of them).
 */
function escaped(s: string): string {
  return s.replace(/["\\]|[^\x20-\x7E]/g, (c) => named[c] ?? unicodeEscape(c));
}

/** JVM specification 4.4.7: NUL takes two bytes, each half of a surrogate pair three. */
function modifiedUtf8Length(s: string): number {
  let bytes = 0;
  for (let i = 0; i < s.length; i += 1) {
    const unit = s.charCodeAt(i);
    if (unit >= 0x800) bytes += 3;
    else bytes += unit === 0 || unit >= 0x80 ? 2 : 1;
  }
  return bytes;
}
