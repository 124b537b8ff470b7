import { SyncHook } from "tapable";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Json } from "../fields/field.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Document } from "../1-parse/syntax.ts";
import type { AnyBlock, Model } from "../2-normalize/model.ts";
import { isAddition, isEmission, isFindings, isParsed, noAnswer } from "./answers.ts";
import type { Emission, EmitContext, ValidateContext } from "./contexts.ts";

export type Parsed = { readonly document: Document; readonly diagnostics: readonly Diagnostic[] };
/** A block and the components around it, before the additions. */
export type NormalizeInput = { readonly block: AnyBlock; readonly model: Model };
/** Gives the context of a target by its name, of a plugin that is no target by its own; nothing where none takes part. */
export type Round<Context> = { readonly model: Model; readonly contextOf: (name: string) => Context | undefined };

/** The four stages, in the order of the line. Every tap receives the same frozen input; none sees another's answer. */
export interface Hooks {
  /** Reads a source of another file extension than `.dpm`. */
  readonly parse: LineHook<SourceFile, Parsed | undefined>;
  /** Adds to a block of the plugin's own kinds. */
  readonly normalize: LineHook<NormalizeInput, Readonly<Record<string, Json>> | undefined>;
  /** Says what is wrong with the model; changes nothing. */
  readonly validate: LineHook<Round<ValidateContext<unknown>>, readonly Diagnostic[] | undefined>;
  /** Makes artifacts and verdicts. Called twice: for engines, then for platforms. */
  readonly emit: LineHook<Round<EmitContext<unknown>>, Emission | undefined>;
}

/** A tapable hook whose taps are all called and whose answers are all kept. */
export interface LineHook<Input, Result> {
  /** Adds a tap under the name of a target or of a plugin; `stage` and `before` order it, as tapable says. */
  readonly tap: (
    options: string | { readonly name: string; readonly stage?: number; readonly before?: string },
    tap: (input: Input) => Result,
  ) => void;
  readonly isUsed: () => boolean;
  readonly collect: (input: Input) => Collected<Result>;
}

/** By the name that each tap was made under: a target's, or a plugin's. */
export interface Collected<Result> {
  readonly answers: readonly { readonly name: string; readonly result: Result }[];
  /** What taps threw, or gave that is no answer: bugs. */
  readonly crashes: readonly { readonly name: string; readonly error: unknown }[];
}

/** Four fresh hooks, for one run. */
export function createHooks(): Hooks {
  return {
    parse: lineHook("source", isParsed),
    normalize: lineHook("block", isAddition),
    validate: lineHook("round", isFindings),
    emit: lineHook("round", isEmission),
  };
}

interface CompileOptions<Input, Result> {
  readonly taps: readonly { readonly name: string; readonly fn: (input: Input) => Result }[];
}

function lineHook<Input, Result>(argument: string, isAnswer: (result: unknown) => boolean): LineHook<Input, Result> {
  const hook = new SyncHook<[Input], Result>([argument]);
  // tapable's own way to compile a hook is `new Function`, which names no plugin and needs eval.
  Object.assign(hook, {
    compile:
      ({ taps }: CompileOptions<Input, Result>) =>
      (input: Input) =>
        callAll(taps, input, isAnswer),
  });
  const call = hook.call.bind(hook) as unknown as (input: Input) => Collected<Result>;
  return {
    tap: (options, tap) => hook.tap(options, tap),
    isUsed: () => hook.isUsed(),
    collect: (input) => call(input),
  };
}

function callAll<Input, Result>(
  taps: CompileOptions<Input, Result>["taps"],
  input: Input,
  isAnswer: (result: unknown) => boolean,
): Collected<Result> {
  const answers: { name: string; result: Result }[] = [];
  const crashes: { name: string; error: unknown }[] = [];
  for (const { name, fn } of taps) {
    try {
      const result = fn(input);
      if (result !== undefined && !isAnswer(result)) throw new TypeError(noAnswer(result));
      answers.push({ name, result });
    } catch (error) {
      crashes.push({ name, error });
    }
  }
  return { answers, crashes };
}
