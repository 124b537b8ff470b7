import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Json } from "./fields/field.ts";
import type { SourceFile, Span } from "./source/source-file.ts";
import type { Plugin } from "./plugin/define-plugin.ts";
import type { Concern, Model } from "./2-normalize/model.ts";
import type { TargetArtifact } from "./4-emit/artifact.ts";
import type { Report } from "./4-emit/report.ts";
import type { VerdictName } from "./4-emit/verdict.ts";
import { createHost } from "./plugin/host.ts";
import { parse } from "./1-parse/index.ts";
import { normalize } from "./2-normalize/normalize.ts";
import { validate } from "./3-validate/validate.ts";
import { emit } from "./4-emit/emit.ts";

/** Everything a compilation depends on. */
export interface CompileInput {
  readonly sources: readonly SourceFile[];
  /** All configured targets, in the order of the configuration. */
  readonly targets?: readonly TargetInput[];
  /** Plugins that bring kinds and rules, but are no targets. */
  readonly plugins?: readonly Plugin[];
  /** Narrows what is returned to these targets; owners are still computed over all. */
  readonly only?: readonly string[];
  /** The user's choice of owners, by component: a target or a layer. */
  readonly owners?: Readonly<Record<string, Readonly<Partial<Record<Concern, string>>>>>;
  /** Verdicts and severities that count as errors. */
  readonly strict?: readonly Strict[];
}

export type Strict = Exclude<VerdictName, "exact" | "by-default" | "elsewhere"> | "warning";

export interface TargetInput {
  readonly name: string;
  readonly plugin: Plugin;
  /** The engine's version or range; without it the plugin's own. */
  readonly version?: string;
  /** Restricts the target to these components. */
  readonly components?: readonly string[];
  readonly options?: Readonly<Record<string, Json>>;
  /** Where an option is written, for messages; the path starts below the target. */
  readonly span?: (path: readonly string[]) => Span | undefined;
}

export interface Compilation {
  readonly model: Model;
  /** Of all phases, in the order of files and places. */
  readonly diagnostics: readonly Diagnostic[];
  /** Empty when any diagnostic is an error: nothing is to be written then. */
  readonly artifacts: readonly TargetArtifact[];
  readonly report: Report;
}

/** The line: text to model to artifacts. Never throws for bad input. */
export function compile(input: CompileInput): Compilation {
  const host = createHost(input);
  const parsed = parse(input.sources, host);
  const normalized = normalize(parsed.documents, host);
  const validated = validate(normalized.model, host);
  const before = [...host.diagnostics, ...parsed.diagnostics, ...normalized.diagnostics, ...validated];
  const emitted = emit(normalized.model, before, host);
  return { model: normalized.model, ...emitted };
}
