/** Why a text with a unit cannot be read. */
export type UnitProblem =
  /** It is no number with a unit at all. */
  | { readonly problem: "form" }
  | { readonly problem: "no-unit" }
  /** There is no such unit; `at` is where it stands in the text, `near` what may have been meant. */
  | { readonly problem: "unit"; readonly unit: string; readonly at: number; readonly near?: string }
  | { readonly problem: "negative" }
  /** More than can be counted exactly. */
  | { readonly problem: "too-large" }
  /** No whole number of the smallest unit. */
  | { readonly problem: "inexact" };

/** A value, or why there is none. */
export type Parsed<T> = { readonly value: T } | UnitProblem;

/** The problem of a unit that is not in the table; `spelled` are other words for its units. */
export function noUnit(
  unit: string,
  at: number,
  units: Readonly<Record<string, unknown>>,
  spelled: Readonly<Record<string, string>>,
): UnitProblem {
  const lower = unit.toLowerCase();
  const near = Object.hasOwn(units, lower) ? lower : Object.hasOwn(spelled, lower) ? spelled[lower] : undefined;
  return { problem: "unit", unit, at, ...(near !== undefined && { near }) };
}
