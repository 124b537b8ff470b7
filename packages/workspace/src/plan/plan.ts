import type { SourceFile } from "@dpm/core";
import { exitCodeOf } from "../exit-code.ts";
import { generate, type GenerateResult } from "../generate.ts";
import type { LoadOptions } from "../load.ts";
import type { Plan } from "./compare.ts";

export interface PlanOptions extends Omit<LoadOptions, "pluginsFrom"> {
  /** A revision of the repository, a folder or a file; `HEAD` if absent. */
  readonly against?: string;
}

/** As a run of `generate` that writes nothing, and what differs from before. */
export interface PlanResult extends GenerateResult {
  readonly against: string;
  /** Absent after any error. */
  readonly plan?: Plan;
  /** The texts that `before` of a change points into. */
  readonly previousSources: readonly SourceFile[];
}

/** Compares the model with an earlier one, and the files with what would be generated. Writes nothing in the project. */
export async function plan(options: PlanOptions = {}): Promise<PlanResult> {
  const { against = "HEAD", ...rest } = options;
  const result = await generate({ ...rest, dryRun: true });
  const { compilation, project } = result;
  const failed = { ...result, against, previousSources: [] };
  if (result.exitCode !== 0 || !compilation || !project) return failed;
  // Playing an outage is code that no other command needs.
  const { previous } = await import("./previous.ts");
  const before = await previous(against, project, rest);
  if ("problem" in before) {
    const diagnostics = [...result.diagnostics, before.problem];
    return { ...failed, diagnostics, exitCode: exitCodeOf(diagnostics, project.config) };
  }
  const { compare } = await import("./compare.ts");
  const found = compare(before, { compilation, sources: result.sources });
  return { ...failed, plan: found, previousSources: before.sources };
}
