import type { Span } from "../source/source-file.ts";
import type { CompileInput } from "./compile-input.ts";
import type { Plugin } from "./define-plugin.ts";

/** Where the configuration asks for a plugin: as a target, else among the plugins. */
export function placeOf(plugin: Plugin, { targets, plugins, locate }: CompileInput): Span | undefined {
  const target = targets?.find((one) => one.plugin === plugin);
  if (target) return target.span?.([]);
  return locate?.(["plugins", String(plugins?.indexOf(plugin))]);
}
