import type { CompileInput } from "../../src/plugin/compile-input.ts";
import { parseDuration } from "../../src/2-normalize/units/duration.ts";

/** What a rule says of one model, what it does not say of another, and how its own advice mends the first. */
export interface RuleCase {
  readonly rule: string;
  /** A model that breaks the law. */
  readonly broken: string;
  /** What the caret stands under, and what is said: the numbers are computed. */
  readonly at: string;
  readonly says: string;
  /** The nearest models that keep the law. */
  readonly kept: readonly string[];
  readonly repairs: readonly Repair[];
  /** A model that lacks an input, and what the rule says instead of a verdict. */
  readonly undecided?: { readonly model: string; readonly says: string };
  readonly targets?: NonNullable<CompileInput["targets"]>;
}

/** One way that the help names: what it captures of the help is put into the model. */
export interface Repair {
  readonly help: RegExp;
  readonly replace: string | RegExp;
  readonly by: (...captured: readonly string[]) => string;
  /** The same with a number that is one step short: the law is still broken. */
  readonly short?: (...captured: readonly string[]) => string;
}

/** A printed duration, longer or shorter by some microseconds, as a source says it. */
export function moved(printed: string, by: number): string {
  const parsed = parseDuration(printed);
  if ("problem" in parsed) throw new Error(`${printed} is no duration`);
  return `"${parsed.value + by}us"`;
}
