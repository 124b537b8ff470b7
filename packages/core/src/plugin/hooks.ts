import { SyncHook } from "tapable";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Json } from "../fields/field.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Document } from "../1-parse/syntax.ts";
import type { AnyBlock, Model } from "../2-normalize/model.ts";
import type { Emission, EmitContext, ValidateContext } from "./define-plugin.ts";

export type Parsed = { readonly document: Document; readonly diagnostics: readonly Diagnostic[] };
/** A block and the components around it, before the additions. */
export type NormalizeInput = { readonly block: AnyBlock; readonly model: Model };
/** Gives the context of a plugin's own target; nothing where the plugin is no configured target. */
export type Round<Context> = { readonly model: Model; readonly contextOf: (plugin: string) => Context | undefined };

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
export interface LineHook<Input, Result> extends Pick<SyncHook<[Input], Result>, "tap" | "intercept" | "isUsed"> {
  readonly collect: (input: Input) => Collected<Result>;
}

export interface Collected<Result> {
  readonly answers: readonly { readonly plugin: string; readonly result: Result }[];
  /** What taps threw: bugs, each with the name of its plugin. */
  readonly crashes: readonly { readonly plugin: string; readonly error: unknown }[];
}

/** Four fresh hooks, for one run. */
export function createHooks(): Hooks {
  return {
    parse: lineHook("source"),
    normalize: lineHook("block"),
    validate: lineHook("round"),
    emit: lineHook("round"),
  };
}

interface CompileOptions<Input, Result> {
  readonly taps: readonly { readonly name: string; readonly fn: (input: Input) => Result }[];
}

function lineHook<Input, Result>(argument: string): LineHook<Input, Result> {
  const hook = new SyncHook<[Input], Result>([argument]);
  // tapable's own way to compile a hook is `new Function`, which names no plugin and needs eval.
  Object.assign(hook, {
    compile:
      ({ taps }: CompileOptions<Input, Result>) =>
      (input: Input) =>
        callAll(taps, input),
  });
  const call = hook.call.bind(hook) as unknown as (input: Input) => Collected<Result>;
  return Object.assign(hook, { collect: (input: Input) => call(input) });
}

function callAll<Input, Result>(taps: CompileOptions<Input, Result>["taps"], input: Input): Collected<Result> {
  const answers: { plugin: string; result: Result }[] = [];
  const crashes: { plugin: string; error: unknown }[] = [];
  for (const tap of taps) {
    try {
      answers.push({ plugin: tap.name, result: tap.fn(input) });
    } catch (error) {
      crashes.push({ plugin: tap.name, error });
    }
  }
  return { answers, crashes };
}
