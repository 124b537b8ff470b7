import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pluginProblems } from "../diagnostics/catalogue/plugins.ts";
import type { Span } from "../source/source-file.ts";
import type { CompileInput } from "./compile-input.ts";
import type { Plugin } from "./define-plugin.ts";
import type { Collected, Hooks } from "./hooks.ts";
import type { ReadyTarget } from "./host.ts";
import { placeOf } from "./place-of.ts";

/** Taps what a plugin does once in a run, under its own name: its reader, its additions, and what it taps by itself. */
export function tapPlugin(
  plugin: Plugin,
  hooks: Hooks,
  kindOwners: ReadonlyMap<string, string>,
  place: Span | undefined,
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
    return [crashed(name, "apply", error, place)];
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
  ready: readonly ReadyTarget[],
  input: CompileInput,
): readonly Diagnostic[] {
  return collected.crashes.map(({ name, error }) => {
    const { plugin } = ready.find((one) => one.name === name) ?? ready.find((one) => one.plugin.name === name) ?? {};
    const place = input.targets?.find((one) => one.name === name)?.span?.([]) ?? (plugin && placeOf(plugin, input));
    const called = plugin?.name ?? name;
    return crashed(called, called === name ? stage : `${stage} of target ${name}`, error, place);
  });
}

function crashed(plugin: string, stage: string, error: unknown, place: Span | undefined): Diagnostic {
  return pluginProblems.pluginCrashed({ plugin, stage, problem: inWords(error) }).at(place);
}

/** Anything can be thrown, even what has no text. */
function inWords(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return "it threw something without a text";
  }
}
