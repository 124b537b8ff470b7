import { plain } from "../origin.ts";
import type { Value } from "../origin.ts";
import { markedAs } from "../language.ts";
import { indented, isEmpty, lineBreak, ropeOf, separated, text } from "../text.ts";
import type { Rope, Text } from "../text.ts";
import { visibleLines } from "../unicode.ts";
import { argument, word } from "./args.ts";
import type { Arg, Word } from "./args.ts";
import { ropeOfToken } from "./token.ts";

/** A directive, a block or a comment. */
export type Statement = Text<"nginx">;
export type Children = readonly (Statement | false | undefined)[];

/** `name arg arg;`: absent arguments are left out. `nginx.directive("server", nginx.name(address), nginx.param("weight", 2))` */
export function directive<S extends string>(name: Word<S>, ...args: readonly (Arg | false | undefined)[]): Statement {
  return text("nginx", [head(name, args), ";"]);
}

/** Why a string cannot be the name of a directive. */
export function directiveRefusal(s: string): "not-a-directive" | undefined {
  return /^[a-z][a-z0-9_]{0,99}$/.test(s) ? undefined : "not-a-directive";
}

/** A directive whose name is not known before. Ask `directiveRefusal`, and `refusal` for each argument. @throws TypeError */
export function named(name: Value<string>, ...args: readonly Arg[]): Statement {
  const s = plain(name);
  if (directiveRefusal(s) !== undefined) throw new TypeError(`\`${s}\` is no name of a directive`);
  return text("nginx", [markedAs(name, s), ...args.map((arg) => [" ", ropeOfToken(argument(arg))]), ";"]);
}

/** `name args { ... }` with one child per line, indented by four. */
export function block<S extends string>(
  name: Word<S>,
  args: readonly (Arg | false | undefined)[],
  children: Children,
): Statement {
  const body = stack(children);
  if (isEmpty(body)) return text("nginx", [head(name, args), " {", lineBreak, "}"]);
  return text("nginx", [head(name, args), " {", indented("    ", [lineBreak, body]), lineBreak, "}"]);
}

/** A comment, one line per line of the text; what could end a line or cannot be seen is made visible. */
export function comment(value: Value<string>): Statement {
  return text("nginx", markedAs(value, separated(commentLines(plain(value)), lineBreak)));
}

/** A blank line between statements; at the beginning or end of a block it disappears, and two are one. */
export const blank: Statement = text("nginx", "");

/** A whole file, or part of one that another file includes. */
export function doc(children: Children, options: { readonly header?: readonly string[] } = {}): Statement {
  return text("nginx", stack([...(options.header ?? []).map((line) => comment(line)), ...children]));
}

/** Whether `nginx.complex` needs `dollarGeo` for this string. */
export function usesDollar(s: string): boolean {
  return s.includes("$");
}

/** Defines the variable that stands for a `$` in complex values, once in the `http` block. */
export const dollarGeo: Statement = text("nginx", [
  "geo $dpm_dollar {",
  indented("    ", [lineBreak, 'default "$";']),
  lineBreak,
  "}",
]);

function head<S extends string>(name: Word<S>, args: readonly (Arg | false | undefined)[]): Rope {
  const present = args.filter((arg) => arg !== undefined && arg !== false).map(argument);
  return separated([word(name), ...present].map(ropeOfToken), " ");
}

function stack(children: Children): Rope {
  const kept: Rope[] = [];
  for (const child of children) {
    if (child === undefined || child === false) continue;
    const part = ropeOf(child);
    if (!isEmpty(part) || !isEmpty(kept.at(-1) ?? "")) kept.push(part);
  }
  if (isEmpty(kept.at(-1) ?? "")) kept.pop();
  return separated(kept, lineBreak);
}

// nginx's reader takes a comment line of 4096 bytes for a token that is too long (measured on 1.22 and 1.31).
const longestComment = 1000;

function commentLines(s: string): readonly string[] {
  return visibleLines(s).flatMap((line) => {
    const pieces = line.match(new RegExp(`.{1,${longestComment}}`, "gu")) ?? [""];
    return pieces.map((piece) => `# ${piece}`.trimEnd());
  });
}
