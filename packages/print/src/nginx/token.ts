import { originsOf } from "../origin.ts";
import type { Origin } from "../origin.ts";
import { marked } from "../text.ts";
import type { Rope } from "../text.ts";
import { isLongerInUtf8 } from "../unicode.ts";

const tag: unique symbol = Symbol.for("@dpm/print/nginx.token");

/** One argument of a directive: a single token for nginx's own reader, whatever is in it. */
export interface Token {
  readonly [tag]: readonly Piece[];
}

/**
 * Part of a token. `bare` data is safe without quotes; `quoted` data is read exactly as it is; `complex` data is too, by
 * a slot that expands variables; the data of a `variable` is its name.
 */
export interface Piece {
  readonly kind: "bare" | "quoted" | "complex" | "variable";
  readonly data: string;
  readonly origins: readonly Origin[];
}

export function token(...pieces: readonly Piece[]): Token {
  return { [tag]: pieces };
}

/** A piece that carries the origins of the value it was made from. */
export function piece(kind: Piece["kind"], data: string, from: unknown): Piece {
  return { kind, data, origins: originsOf(from) };
}

/** @throws TypeError when a caller without types hands over a raw value */
export function piecesOf(from: Token): readonly Piece[] {
  const pieces = typeof from === "object" && from !== null ? from[tag] : undefined;
  if (pieces === undefined) throw new TypeError("expected what `nginx.str`, `nginx.word` ... made, not a raw value");
  return pieces;
}

// Measured on 1.22 and 1.31: 4095 bytes within quotes are a "too long parameter".
const longestToken = 4094;

/**
 * Why a string cannot be a token: nginx ends strings at NUL, its reader holds 4 kB of source (escapes included), and a
 * lone surrogate has no UTF-8 form. Every other string comes back exactly.
 */
export function refusal(s: string): "nul" | "too-long" | "lone-surrogate" | undefined {
  return refusalOf("quoted", s);
}

/** As `refusal`, for `nginx.complex`, where each `$` takes thirteen bytes. */
export function complexRefusal(s: string): ReturnType<typeof refusal> {
  return refusalOf("complex", s);
}

function refusalOf(kind: Piece["kind"], data: string): ReturnType<typeof refusal> {
  if (data.includes("\0")) return "nul";
  if (!data.isWellFormed()) return "lone-surrogate";
  return isLongerInUtf8(written(kind, data), longestToken) ? "too-long" : undefined;
}

/** Why a token made of several pieces cannot be printed: each must be representable, and all together short enough. */
export function tokenRefusal(from: Token): ReturnType<typeof refusal> {
  const pieces = piecesOf(from);
  const reason = pieces.map(({ kind, data }) => refusalOf(kind, data)).find((found) => found !== undefined);
  return reason ?? (isLongerInUtf8(textsOf(pieces).join(""), longestToken) ? "too-long" : undefined);
}

/**
 * The token as text, quoted as a whole if any piece needs it: nginx knows no quotes inside a token. The mark of the
 * only traced piece covers the token (`weight=2`); where several are traced, each covers its own characters.
 */
export function ropeOfToken(from: Token): Rope {
  const refused = tokenRefusal(from);
  if (refused !== undefined)
    throw new TypeError(`a token that \`nginx.refusal\` or \`tokenRefusal\` refuses (${refused}) was printed`);
  const pieces = piecesOf(from);
  const texts = textsOf(pieces);
  const isBare = pieces.every(({ kind }) => kind === "bare" || kind === "variable");
  const enclosed = (inner: Rope): Rope => (isBare ? inner : ['"', inner, '"']);
  const traced = pieces.filter(({ origins }) => origins.length > 0);
  if (traced.length === 1) return marked(traced[0]?.origins ?? [], enclosed(texts));
  return enclosed(pieces.map(({ origins }, i) => marked(origins, texts[i] ?? "")));
}

function textsOf(pieces: readonly Piece[]): readonly string[] {
  return pieces.map(({ kind, data }, i) => written(kind, data, i === pieces.length - 1));
}

/** ngx_conf_read_token: within quotes a backslash escapes quotes, itself, t, r and n; before all else it is itself. */
function written(kind: Piece["kind"], data: string, isLast = false): string {
  if (kind === "bare") return data;
  if (kind === "variable") return isLast ? `$${data}` : `\${${data}}`;
  const escaped = data
    .replace(/["\\]/g, "\\$&")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r")
    .replaceAll("\n", "\\n");
  return kind === "complex" ? escaped.replaceAll("$", () => "${dpm_dollar}") : escaped;
}
