import { parseDuration } from "./units/duration.ts";
import { parseRatio } from "./units/ratio.ts";

/** An alert's condition: it holds when every comparison of one of its groups does. */
export type Condition = readonly (readonly Comparison[])[];

export interface Comparison {
  readonly left: Operand;
  readonly operator: Operator;
  readonly right: Operand;
}

export type Operator = "==" | "!=" | ">=" | "<=" | ">" | "<";

export type Operand =
  | { readonly kind: "number"; readonly value: number }
  /** In microseconds. */
  | { readonly kind: "duration"; readonly value: number }
  /** A metric, `error_rate` or `load_balancer.error_rate`, or a state such as `open`; `at` is where it stands in the text. */
  | { readonly kind: "name"; readonly name: string; readonly at: number };

/** The numbers of a breaker's states, in a metric and in a condition. */
export const breakerStates: Readonly<Record<string, number>> = { closed: 0, open: 1, half_open: 2 };

interface Token {
  readonly text: string;
  readonly at: number;
}

/** Reads `error_rate > 5% and request_count > 100 or circuit_breaker_state == open`; where that fails, the place that cannot be read. */
export function parseCondition(text: string): Condition | { readonly wrong: number } {
  const tokens = tokensOf(text);
  if ("wrong" in tokens) return tokens;
  const groups: Comparison[][] = [[]];
  for (let index = 0; ; index += 4) {
    const [left, operator, right, joint] = tokens.slice(index, index + 4);
    const read = comparison(left, operator, right, text.length);
    if ("wrong" in read) return read;
    groups.at(-1)?.push(read);
    if (joint === undefined) return groups;
    if (joint.text === "or" || joint.text === "||") groups.push([]);
    else if (joint.text !== "and" && joint.text !== "&&") return { wrong: joint.at };
  }
}

const token = /\s*([A-Za-z_][\w.]*|\d+(?:\.\d+)?(?:%|[a-z]+)?|[=!<>]=?|&&|\|\|)/uy;

function tokensOf(text: string): readonly Token[] | { readonly wrong: number } {
  const tokens: Token[] = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found?.[1]) return { wrong: at };
    at = token.lastIndex;
    tokens.push({ text: found[1], at: at - found[1].length });
  }
  return tokens;
}

const operators: readonly string[] = ["==", "!=", ">=", "<=", ">", "<"];

function comparison(
  left: Token | undefined,
  operator: Token | undefined,
  right: Token | undefined,
  end: number,
): Comparison | { readonly wrong: number } {
  const one = operand(left);
  if (!one) return { wrong: left?.at ?? end };
  if (!operator || !operators.includes(operator.text)) return { wrong: operator?.at ?? end };
  const other = operand(right);
  if (!other) return { wrong: right?.at ?? end };
  return { left: one, operator: operator.text as Operator, right: other };
}

function operand(found: Token | undefined): Operand | undefined {
  if (found === undefined) return undefined;
  const { text, at } = found;
  if (/^[A-Za-z_]/.test(text)) return { kind: "name", name: text, at };
  if (/^\d[\d.]*$/.test(text)) return { kind: "number", value: Number(text) };
  if (text.endsWith("%")) {
    const share = parseRatio(text, { above: true });
    return "value" in share ? { kind: "number", value: share.value } : undefined;
  }
  const time = parseDuration(text);
  return "value" in time ? { kind: "duration", value: time.value } : undefined;
}
