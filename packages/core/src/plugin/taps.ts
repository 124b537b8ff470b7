import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pluginProblems } from "../diagnostics/catalogue/plugins.ts";
import type { Plugin } from "./define-plugin.ts";
import type { Collected, Hooks } from "./hooks.ts";
import type { ReadyTarget } from "./host.ts";

/** Taps what a plugin does once in a run, under its own name: its reader, its additions, and what it taps by itself. */
export function tapPlugin(
  plugin: Plugin,
  hooks: Hooks,
  kindOwners: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const { name, parse, normalize } = plugin;
  if (parse) hooks.parse.tap(name, parse);
  if (normalize) {
    hooks.normalize.tap(name, ({ block, model }) =>
      kindOwners.get(block.kind) === name ? normalize(block, model) : undefined,
    );
  }
  try {
    plugin.apply?.(hooks);
    return [];
  } catch (error) {
    return [crashed(name, "apply", error)];
  }
}

/** Taps a plugin's rules under the name that its context has: of each target that it is, or its own. */
export function tapValidate(name: string, { validate }: Plugin, hooks: Hooks): void {
  if (!validate) return;
  hooks.validate.tap(name, ({ contextOf }) => {
    const context = contextOf(name);
    return context && validate(context);
  });
}

/** Taps what a target makes, under the target's name. */
export function tapEmit(name: string, { emit }: Plugin, hooks: Hooks): void {
  if (!emit) return;
  hooks.emit.tap(name, ({ contextOf }) => {
    const context = contextOf(name);
    return context && emit(context);
  });
}

/** What taps threw, as diagnostics that name the plugin and the stage. */
export function crashes(
  stage: string,
  collected: Collected<unknown>,
  targets: readonly ReadyTarget[],
): readonly Diagnostic[] {
  return collected.crashes.map(({ name, error }) => {
    const plugin = targets.find((target) => target.name === name)?.plugin.name ?? name;
    return crashed(plugin, plugin === name ? stage : `${stage} of target ${name}`, error);
  });
}

function crashed(plugin: string, stage: string, error: unknown): Diagnostic {
  return pluginProblems.pluginCrashed({ plugin, stage, problem: inWords(error) }).at(undefined);
}

/** Anything can be thrown, even what has no text. */
function inWords(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return "it threw something without a text";
  }
}
