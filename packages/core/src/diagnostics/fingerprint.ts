import type { Span } from "../source/source-file.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { plainParams, type PlainParams } from "./fill.ts";

/** What makes a diagnostic the same one after its text was moved: no line, no file, no wording. */
export interface Finding {
  readonly code: string;
  /** The field that it is about, in the model's words: `fault_tolerance OrderService.retry`; empty where none is. */
  readonly at: string;
  /** Phrases in English, whatever language the messages have. */
  readonly params: PlainParams;
}

/** Nobody tells two findings apart by what comes after so many characters of a text. */
const longest = 200;

/** `pathOf` says in the model's words what stands at a place, see `fieldPaths`. */
export function findingOf({ code, params, span }: Diagnostic, pathOf: (span: Span) => string): Finding {
  const plain = plainParams(params);
  const kept = Object.keys(plain)
    .toSorted()
    .map((name) => [name, short(plain[name] ?? "")] as const);
  return { code, at: span ? pathOf(span) : "", params: Object.fromEntries(kept) };
}

/** A text that is equal for equal findings and no others. */
export function keyOf({ code, at, params }: Finding): string {
  return JSON.stringify([code, at, Object.entries(params)]);
}

/** 16 hexadecimal digits that stay the same while the finding does: FNV-1a of the characters of its key. */
export function fingerprintOf(finding: Finding): string {
  let hash = 0xcbf29ce484222325n;
  for (const unit of keyOf(finding)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}

function short(value: PlainParams[string]): PlainParams[string] {
  if (typeof value === "object") return value.map((one) => one.slice(0, longest).toWellFormed());
  return typeof value === "string" ? value.slice(0, longest).toWellFormed() : value;
}
