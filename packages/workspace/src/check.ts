import { resolve } from "node:path";
import { compile, localize, type Compilation, type Diagnostic } from "@dpm/core";
import type { BaselineResult } from "./baseline/use-baseline.ts";
import { exitCodeOf, type ExitCode } from "./exit-code.ts";
import { load, type Loaded, type LoadOptions } from "./load.ts";

export interface CheckOptions extends LoadOptions {
  /** Accepts what a baseline knows: the one beside the configuration, or the one in this file. */
  readonly baseline?: true | string;
  /** Makes the baseline of what is found now. */
  readonly updateBaseline?: boolean;
}

export interface CheckResult extends Loaded {
  /** What a command ends with. What the baseline knows does not count. */
  readonly exitCode: ExitCode;
  /** Absent when it did not come to compiling. */
  readonly compilation?: Compilation;
  /** What the baseline knew; absent without one. */
  readonly baseline?: Omit<BaselineResult, "diagnostics">;
}

/** Tells what is wrong with the model, or what is new since a baseline was made. Writes nothing but the baseline. */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const loaded = await load(options);
  const compilation = loaded.input && compile(loaded.input);
  const found = { ...loaded, diagnostics: [...loaded.diagnostics, ...(compilation?.diagnostics ?? [])] };
  const compiled = compilation && { compilation };
  const told = (one: Diagnostic): Diagnostic => localize(one, loaded.translations);
  const { config } = loaded.project;
  if (options.baseline === undefined && !options.updateBaseline)
    return {
      ...found,
      ...compiled,
      diagnostics: found.diagnostics.map(told),
      exitCode: exitCodeOf(found.diagnostics, config),
    };
  const { useBaseline } = await import("./baseline/use-baseline.ts");
  const { diagnostics, ...baseline } = await useBaseline(found, {
    cwd: resolve(options.cwd ?? "."),
    isWhole: options.files === undefined || config === undefined,
    ...(typeof options.baseline === "string" && { file: options.baseline }),
    ...(options.updateBaseline && { update: true }),
  });
  return {
    ...found,
    ...compiled,
    diagnostics: diagnostics.map(told),
    baseline,
    exitCode: exitCodeOf(diagnostics, config),
  };
}
