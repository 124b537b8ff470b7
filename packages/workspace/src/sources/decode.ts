import { isUtf8 } from "node:buffer";
import type { Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";

export interface Decoded {
  /** Without the byte order mark. Where bytes are no UTF-8, they are shown as U+FFFD. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads bytes as UTF-8 and nothing else; the first byte that is none is a diagnostic with its place. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const text = withoutMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
  if (isUtf8(bytes)) return { text, diagnostics: [] };
  const byte = firstBad(bytes);
  const start = withoutMark(Buffer.from(bytes.subarray(0, byte)).toString("utf8")).length;
  const found = isUtf16(bytes) ? "it looks like UTF-16" : `0x${(bytes[byte] ?? 0).toString(16).padStart(2, "0")}`;
  return {
    text,
    diagnostics: [problems.invalidUtf8({ byte, found }).at({ file, start, end: Math.min(start + 1, text.length) })],
  };
}

function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The offset of the first byte that begins no character. */
function firstBad(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthOf(bytes[at] ?? 0);
    if (length === 0 || !isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

/** How many bytes the character has that begins so; 0 for none. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
}
