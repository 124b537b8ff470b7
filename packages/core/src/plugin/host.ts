import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { BlockKind } from "../fields/block.ts";
import type { Model } from "../2-normalize/model.ts";
import type { CompileInput } from "./compile-input.ts";
import type { Target, ValidateContext } from "./contexts.ts";
import type { Plugin } from "./define-plugin.ts";
import type { Collected, Hooks } from "./hooks.ts";

/** A configured target whose options are read. */
export interface ReadyTarget extends Target<unknown> {
  readonly plugin: Plugin;
  /** The only components that it is for; absent is all. */
  readonly components?: readonly string[];
}

/** The plugins of one run, and what they bring. Made anew for each compilation. */
export interface Host {
  readonly input: CompileInput;
  readonly hooks: Hooks;
  readonly kinds: ReadonlyMap<string, BlockKind>;
  /** The plugin that brought a kind; absent for dpm's own. */
  readonly kindOwners: ReadonlyMap<string, string>;
  readonly targets: readonly ReadyTarget[];
  /** Plugins that are no target: their rules see the whole model. */
  readonly guests: readonly ReadyTarget[];
  readonly diagnostics: readonly Diagnostic[];
  /** What each target, and each plugin that is none, sees of a model: by its name. */
  readonly contexts: (model: Model) => ReadonlyMap<string, ValidateContext<unknown>>;
  /** What taps threw in a stage, as diagnostics that name the plugin. */
  readonly crashes: (stage: string, collected: Collected<unknown>) => readonly Diagnostic[];
}
