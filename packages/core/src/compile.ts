import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { withoutEchoes } from "./diagnostics/echo.ts";
import type { CompileInput } from "./plugin/compile-input.ts";
import { createHost } from "./plugin/create-host.ts";
import type { Model } from "./2-normalize/model.ts";
import type { TargetArtifact } from "./4-emit/artifact.ts";
import type { Report } from "./4-emit/report.ts";
import { parse } from "./1-parse/index.ts";
import { normalize } from "./2-normalize/normalize.ts";
import { validate } from "./3-validate/validate.ts";
import { emit } from "./4-emit/emit.ts";

export interface Compilation {
  readonly model: Model;
  /** Of all phases, in the order of files and places. */
  readonly diagnostics: readonly Diagnostic[];
  /** Empty when any diagnostic is an error: nothing is to be written then. */
  readonly artifacts: readonly TargetArtifact[];
  readonly report: Report;
  /** How many findings the model's authors accept, by `@suppress`. */
  readonly accepted: number;
}

/** The line: text to model to artifacts. Never throws for bad input. */
export function compile(input: CompileInput): Compilation {
  const host = createHost(input);
  const parsed = parse(input.sources, host);
  const normalized = normalize(parsed.documents, host);
  const validated = validate(normalized.model, host);
  const read = [...host.diagnostics, ...parsed.diagnostics, ...normalized.diagnostics];
  const before = [...read, ...withoutEchoes(validated, read)];
  const emitted = emit(normalized.model, before, normalized.suppressions, host);
  return { model: normalized.model, ...emitted };
}
