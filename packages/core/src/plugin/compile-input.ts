import type { Json } from "../fields/field.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Concern } from "../2-normalize/model.ts";
import type { Strict } from "../4-emit/verdict.ts";
import type { Plugin } from "./define-plugin.ts";

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
  /** The environment whose `env` blocks count; none if absent. */
  readonly environment?: string;
  /** Where something of the configuration is written, for messages: `owners`, component, concern; or `plugins`, index. */
  readonly locate?: (path: readonly string[]) => Span | undefined;
}

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
