import { plain } from "../origin.ts";
import type { Traced, Value } from "../origin.ts";
import { piece, piecesOf, token } from "./token.ts";
import type { Token } from "./token.ts";

/** An argument: a token, or a number that is printed in decimal. */
export type Arg = Token | Value<number>;

/** A word that is fixed when the plugin is written: a literal type or a union of literals, never `string`. */
export type Word<S extends string> = string extends S ? never : S | Traced<S>;

/** A fixed keyword, bare: `nginx.word("on")`. @throws TypeError for blanks, quotes, `\`, `;`, `{`, `}`, `#` */
export function word<S extends string>(fixed: Word<S>): Token {
  const s = plain<string>(fixed);
  if (!/^[!$%&()*+,./0-9:<=>?@A-Z[\]^_`a-z|~-]+$/.test(s)) throw new TypeError(`\`${s}\` is not a bare word of nginx`);
  return token(piece("bare", s, fixed));
}

/** A string in quotes, for slots that take it as it is. Ask `nginx.refusal` first. */
export function str(value: Value<string>): Token {
  return token(piece("quoted", plain(value), value));
}

/**
 * A string in quotes, for slots in which nginx expands variables (`return`, `add_header`, `proxy_pass` ...). It has no
 * escape for `$`: where `usesDollar` says so, `dollarGeo` must stand in the `http` block. Ask `complexRefusal` first.
 */
export function complex(value: Value<string>): Token {
  return token(piece("complex", plain(value), value));
}

/** A name, an address or a path: bare where nginx reads the same, else as `str`. */
export function name(value: Value<string>): Token {
  const s = plain(value);
  return token(piece(/^[A-Za-z0-9_./][A-Za-z0-9_./:@%+-]*$/.test(s) ? "bare" : "quoted", s, value));
}

/** Why a string cannot be (the rest of) a variable's name: nginx would end the name there and go on with text. */
export function variableRefusal(s: string): "not-a-variable" | undefined {
  return /^[A-Za-z0-9_]+$/.test(s) ? undefined : "not-a-variable";
}

/** `nginx.variable("remote_addr")`, or a fixed beginning and a name: `nginx.variable("cookie_", affinity.cookie)`. */
export function variable<S extends string>(fixed: Word<S>, rest?: Value<string>): Token {
  const whole = plain<string>(fixed) + (rest === undefined ? "" : plain(rest));
  const refused = variableRefusal(whole) ?? (rest === undefined ? undefined : variableRefusal(plain(rest)));
  if (refused !== undefined) throw new TypeError(`\`${whole}\` cannot be the name of an nginx variable`);
  return token(piece("variable", whole, rest ?? fixed));
}

/** A string that a regular expression shall match literally; put it between words: `concat(word("^"), regexQuoted(s), word("$"))`. */
export function regexQuoted(value: Value<string>): Token {
  return token(piece("quoted", plain(value).replace(/[\\^$.|?*+()[\]{}]/g, "\\$&"), value));
}

/** Several tokens as one: `nginx.concat(nginx.word("http://"), nginx.name(upstream))`. */
export function concat(...parts: readonly Arg[]): Token {
  return token(...parts.flatMap((part) => piecesOf(argument(part))));
}

/** `name=value` as one token, `nginx.param("zone", nginx.str(zone), nginx.word(":10m"))`; nothing if a value is absent. */
export function param<S extends string>(fixed: Word<S>, ...values: readonly (Arg | undefined)[]): Token | undefined {
  const present = values.filter((value) => value !== undefined);
  return present.length === values.length ? concat(word(fixed), word("="), ...present) : undefined;
}

/** An integer from 0. @throws RangeError for another number */
export function int(value: Value<number>): Token {
  return token(piece("bare", natural(plain(value)), value));
}

/** Bytes, with `k` or `m` where that is exact: `nginx.size(65536)` is `64k`. */
export function size(bytes: Value<number>): Token {
  const n = plain(bytes);
  const [divisor, unit] = [[2 ** 20, "m"] as const, [2 ** 10, "k"] as const].find(([d]) => n > 0 && n % d === 0) ?? [
    1,
    "",
  ];
  return token(piece("bare", natural(n / divisor) + unit, bytes));
}

/** Whole milliseconds, in seconds where that is exact: `1500ms`, `2s`. For slots of millisecond resolution. */
export function ms(milliseconds: Value<number>): Token {
  const n = plain(milliseconds);
  return token(piece("bare", n % 1000 === 0 ? `${natural(n / 1000)}s` : `${natural(n)}ms`, milliseconds));
}

/** Whole seconds, for slots that refuse milliseconds: `10s`. */
export function seconds(count: Value<number>): Token {
  return token(piece("bare", `${natural(plain(count))}s`, count));
}

/** A number as its token; a token as it is. */
export function argument(arg: Arg): Token {
  return typeof arg === "number" || "value" in arg ? int(arg) : arg;
}

function natural(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a whole number from 0`);
  return String(n);
}
