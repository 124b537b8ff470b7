import { plain } from "../origin.ts";
import type { Value } from "../origin.ts";
import { markedAs } from "../language.ts";
import { capitalized, words } from "../names.ts";
import { text } from "../text.ts";
import type { JavaText } from "./literal.ts";
import { deviceName, javaLang, reserved } from "./reserved.ts";

/** Why a string cannot be an identifier. Only ASCII is taken, so that a source file reads the same in every encoding. */
export function identRefusal(name: string): "not-an-identifier" | "reserved" | undefined {
  if (!/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name)) return "not-an-identifier";
  return reserved.has(name) ? "reserved" : undefined;
}

/** An identifier, unchanged. @throws TypeError for what `identRefusal` refuses: make it with a naming function first */
export function ident(name: Value<string>): JavaText {
  checkIdent(plain(name));
  return text("java", markedAs(name, plain(name)));
}

/** A dotted name, `java.time.Duration`. @throws TypeError unless each part is an identifier */
export function qualified(name: Value<string>): JavaText {
  plain(name).split(".").forEach(checkIdent);
  return text("java", markedAs(name, plain(name)));
}

/**
 * The class name for some words: `className("order-service", "policy")` is `OrderServicePolicy`. Never a name that
 * `java.lang` has, nor one that cannot be a file. Different names may become equal: `collisions` finds them.
 */
export function className(...parts: readonly string[]): string {
  const name = usable(parts.flatMap(wordsOf).map(capitalized).join(""));
  return javaLang.has(name) || deviceName.test(name) ? `${name}_` : name;
}

/** The name of a method, field or variable: `memberName("order-service")` is `orderService`, `default` is `default_`. */
export function memberName(...parts: readonly string[]): string {
  const all = parts.flatMap(wordsOf);
  return notReserved(usable(all.map((word, i) => (i === 0 ? word : capitalized(word))).join("")));
}

/** The name of a constant: `constantName("order-service")` is `ORDER_SERVICE`. */
export function constantName(...parts: readonly string[]): string {
  return usable(parts.flatMap(wordsOf).join("_").toUpperCase());
}

/**
 * A package name of dotted or single names: `packageName("com.Acme", "order-service", "default")` is
 * `com.acme.order_service.default_` (JLS 6.1: hyphens become `_`, a reserved word gets one).
 */
export function packageName(...parts: readonly string[]): string {
  const segments = parts.flatMap((part) => part.split(".")).filter((segment) => segment !== "");
  return segments.map(packageSegment).join(".");
}

function packageSegment(segment: string): string {
  const kept = /^[A-Za-z0-9_-]+$/.test(segment)
    ? segment.toLowerCase().replaceAll("-", "_")
    : wordsOf(segment).join("_");
  const name = notReserved(usable(kept));
  return deviceName.test(name) ? `${name}_` : name;
}

/** A name without any word (`--`) is spelled by its characters, so that it stays apart from others. */
function wordsOf(name: string): readonly string[] {
  const found = words(name);
  if (found.length > 0) return found;
  return name === "" ? ["unnamed"] : Array.from(name, (char) => `u${(char.codePointAt(0) ?? 0).toString(16)}`);
}

/** Begins with no digit, and is short enough for a file system: of a long name, the beginning and a hash. */
function usable(name: string): string {
  const short = name.length <= longestName ? name : `${name.slice(0, longestName - 9)}_${hash(name)}`;
  return /^[0-9]/.test(short) ? `_${short}` : short;
}

// File systems take 255 bytes; the rest is for `.java`, `$Inner.class` and words that a plugin adds.
const longestName = 160;

/** FNV-1a, 32 bits, eight hexadecimal digits. */
function hash(name: string): string {
  let state = 0x811c9dc5;
  for (const char of name) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, "0");
}

function notReserved(name: string): string {
  return reserved.has(name) ? `${name}_` : name;
}

function checkIdent(name: string): void {
  const reason = identRefusal(name);
  if (reason !== undefined) throw new TypeError(`\`${name}\` cannot be a Java identifier (${reason})`);
}
