import { parseCondition, type Comparison } from "../2-normalize/condition.ts";

/** A condition that compares one metric with a value. */
export interface Compared {
  /** Without its group. */
  readonly metric: string;
  readonly operator: Comparison["operator"];
  /** A number, or the name of a state. */
  readonly value: number | string;
}

/** What a condition compares, if that is all that it does. */
export function comparedIn(condition: string): Compared | undefined {
  const read = parseCondition(condition);
  if ("wrong" in read || read.length !== 1) return undefined;
  const [first, ...others] = read.flat();
  if (others.length > 0 || first?.left.kind !== "name") return undefined;
  const { left, operator, right } = first;
  const value = right.kind === "name" ? right.name : right.value;
  return { metric: left.name.slice(left.name.lastIndexOf(".") + 1), operator, value };
}
