import { suggest, type Diagnostic, type TargetInput } from "@dpm/core";
import type { Spanned, TargetConfig } from "../config/read-config.ts";
import { phrases, problems } from "../diagnostics.ts";
import { referenceOf } from "./candidates.ts";
import { loadPlugin, type PluginModule } from "./load-plugin.ts";
import { unknownOptions } from "./unknown-options.ts";

export interface LoadedTargets {
  readonly targets: readonly TargetInput[];
  readonly modules: readonly PluginModule[];
  /** The names of the targets that the run is narrowed to; absent for all. */
  readonly only?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads the plugins of all configured targets. `wanted` narrows the run: by target, or by the name in the configuration. */
export async function loadTargets(
  configured: readonly TargetConfig[],
  wanted: readonly string[] | undefined,
  folder: string,
): Promise<LoadedTargets> {
  const loaded = await Promise.all(configured.map((target) => loadTarget(target, folder)));
  const targets = loaded.flatMap((one) => one.target ?? []);
  const diagnostics = loaded.flatMap((one) => one.diagnostics);
  const modules = loaded.flatMap((one) => one.module ?? []);
  if (!wanted) return { targets, modules, diagnostics };
  const byName = new Map([
    ...loaded.map((one, index) => [configured[index]?.name ?? "", one.target?.name ?? ""] as const),
    ...targets.map(({ name }) => [name, name] as const),
  ]);
  const unknown = wanted.filter((name) => !byName.has(name)).map((name) => unknownTarget(name, [...byName.keys()]));
  const only = wanted.flatMap((name) => byName.get(name) ?? []);
  return { targets, modules, only, diagnostics: [...diagnostics, ...unknown] };
}

/** Loads the plugins that bring kinds and rules. */
export async function loadPlugins(
  named: readonly Spanned[],
  folder: string,
): Promise<{ readonly modules: readonly PluginModule[]; readonly diagnostics: readonly Diagnostic[] }> {
  const loaded = await Promise.all(named.map((one) => loadPlugin(one, "`plugins`", folder)));
  return {
    modules: loaded.flatMap((one) => ("plugin" in one ? [one] : [])),
    diagnostics: loaded.flatMap((one) => ("diagnostic" in one ? [one.diagnostic] : [])),
  };
}

async function loadTarget(
  target: TargetConfig,
  folder: string,
): Promise<{
  readonly target?: TargetInput;
  readonly module?: PluginModule;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { name, span, version, components, options, locate } = target;
  const loaded = await loadPlugin(target.plugin ?? { text: name, span }, `target \`${name}\``, folder);
  if ("diagnostic" in loaded) return { diagnostics: [loaded.diagnostic] };
  const { plugin } = loaded;
  return {
    module: loaded,
    diagnostics: unknownOptions(target, plugin),
    target: {
      // A path or a package is no name for a folder; its plugin has one.
      name: isShort(name) ? name : plugin.name,
      plugin,
      options,
      ...(version !== undefined && { version }),
      ...(components && { components }),
      ...(locate && { span: locate }),
    },
  };
}

function isShort(name: string): boolean {
  const reference = referenceOf(name);
  return "packages" in reference && reference.packages.length > 1;
}

function unknownTarget(target: string, configured: readonly string[]): Diagnostic {
  const near = suggest(target, configured);
  return problems
    .unknownTarget({ target, configured })
    .at(undefined, near === undefined ? {} : { help: phrases.writeIfMeant({ near }) });
}
