import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pluginProblems } from "../diagnostics/catalogue/plugins.ts";
import type { BlockKind } from "../fields/block.ts";
import { blockKinds } from "../blocks/index.gen.ts";
import { version } from "../4-emit/version.ts";
import type { CompileInput, TargetInput } from "./compile-input.ts";
import { placeOf } from "./place-of.ts";
import { createContexts } from "./context.ts";
import { apiVersion, type Plugin } from "./define-plugin.ts";
import { createHooks } from "./hooks.ts";
import type { Host, ReadyTarget } from "./host.ts";
import { readOptions } from "./options.ts";
import { crashes, tapEmit, tapPlugin, tapValidate } from "./taps.ts";

/** Checks the plugins, reads their options and taps their stages. */
export function createHost(input: CompileInput): Host {
  const diagnostics: Diagnostic[] = [];
  const hooks = createHooks();
  const fits = (plugin: Plugin): boolean => {
    if (plugin.apiVersion === apiVersion) return true;
    const params = { plugin: plugin.name, found: plugin.apiVersion, expected: apiVersion };
    diagnostics.push(pluginProblems.apiMismatch(params).at(placeOf(plugin, input)));
    return false;
  };
  const configured = (input.targets ?? []).filter((target) => fits(target.plugin));
  const plugins = unique([...(input.plugins ?? []).filter(fits), ...configured.map((target) => target.plugin)]);
  diagnostics.push(...sameNames(plugins, input));
  const targets = configured.flatMap((target, index) => {
    if (configured.findIndex((one) => one.name === target.name) < index) {
      diagnostics.push(pluginProblems.duplicateTarget({ target: target.name }).at(target.span?.([])));
      return [];
    }
    return ready(target, diagnostics);
  });
  const isTarget = new Set(configured.map((target) => target.plugin));
  const guests = plugins
    .filter((one) => !isTarget.has(one))
    .flatMap((plugin) => ready({ name: plugin.name, plugin }, diagnostics));
  const kindOwners = new Map<string, string>();
  const kinds = collectKinds(plugins, kindOwners, input, diagnostics);
  for (const plugin of plugins) diagnostics.push(...tapPlugin(plugin, hooks, kindOwners, placeOf(plugin, input)));
  for (const { name, plugin } of [...guests, ...targets]) tapValidate(name, plugin, hooks);
  for (const { name, plugin } of targets) tapEmit(name, plugin, hooks);
  return {
    input,
    hooks,
    kinds,
    kindOwners,
    targets,
    guests,
    diagnostics,
    contexts: (model) => createContexts(model, { targets, guests }),
    crashes: (stage, collected) => crashes(stage, collected, [...targets, ...guests], input),
  };
}

function unique(plugins: readonly Plugin[]): readonly Plugin[] {
  return [...new Set(plugins)];
}

/** Two plugins of one name could not be told apart, not even in messages. */
function sameNames(plugins: readonly Plugin[], input: CompileInput): readonly Diagnostic[] {
  const groups = Map.groupBy(plugins, (plugin) => plugin.name);
  return [...groups].flatMap(([plugin, [, second]]) =>
    second ? [pluginProblems.duplicatePlugin({ plugin }).at(placeOf(second, input))] : [],
  );
}

function ready(target: TargetInput, diagnostics: Diagnostic[]): readonly ReadyTarget[] {
  const fallback = Object.values(target.plugin.engines ?? {})[0] ?? "0";
  const text = target.version ?? fallback;
  const found = version(text);
  if (!found) {
    diagnostics.push(
      pluginProblems.noVersion({ text, target: target.name, example: fallback }).at(target.span?.(["version"])),
    );
    return [];
  }
  const { options, problems } = readOptions(target);
  diagnostics.push(...problems);
  const { name, plugin, components } = target;
  return [{ name, plugin, version: found, options, ...(components && { components }) }];
}

function collectKinds(
  plugins: readonly Plugin[],
  owners: Map<string, string>,
  input: CompileInput,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, BlockKind> {
  const kinds = new Map<string, BlockKind>(blockKinds.map((kind) => [kind.kind, kind]));
  for (const plugin of plugins) {
    for (const kind of plugin.kinds ?? []) {
      if (kinds.has(kind.kind)) {
        const params = { kind: kind.kind, first: owners.get(kind.kind) ?? "core", second: plugin.name };
        diagnostics.push(pluginProblems.duplicateKind(params).at(placeOf(plugin, input)));
        continue;
      }
      kinds.set(kind.kind, kind);
      owners.set(kind.kind, plugin.name);
    }
  }
  return kinds;
}
