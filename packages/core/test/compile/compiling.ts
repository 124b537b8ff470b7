import { compile, type Compilation } from "../../src/compile.ts";
import type { CompileInput } from "../../src/plugin/compile-input.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Concern, Layer } from "../../src/2-normalize/model.ts";
import { apiVersion, definePlugin, type Plugin } from "../../src/plugin/define-plugin.ts";

/** Compiles one source. */
export function compileText(text: string, more: Omit<CompileInput, "sources"> = {}): Compilation {
  return compile({ sources: [{ name: "test.dpm", text }], ...more });
}

/** Each diagnostic as `severity code`. */
export function findings(compilation: Compilation): readonly string[] {
  return compilation.diagnostics.map((one) => `${one.severity} ${one.code}`);
}

export function only(diagnostics: readonly Diagnostic[], code: string): Diagnostic {
  const [first, ...others] = diagnostics.filter((one) => one.code === code);
  if (!first || others.length > 0)
    throw new Error(`${others.length + (first ? 1 : 0)} diagnostics ${code}, expected one`);
  return first;
}

/** A target that is on the edges and says of every field that its engine's default does it. */
export function layerTarget(name: string, layer: Layer, concerns: readonly Concern[]): Plugin {
  return definePlugin({
    name,
    apiVersion,
    engines: { [name]: "1" },
    support: {
      fault_tolerance: { layer, concerns, fields: ["by-default"] },
      ...(layer === "gateway" && { load_balancer: { layer, fields: ["by-default"] } }),
    },
    emit: (context) => {
      const blocks = [...context.blocks("fault_tolerance"), ...context.blocks("load_balancer")];
      for (const block of blocks) for (const field of Object.keys(block)) context.on.byDefault(block, field as "name");
      return { artifacts: [] };
    },
  });
}

/** The target of the configuration that stands for a plugin. */
export function target(
  plugin: Plugin,
  more: Partial<NonNullable<CompileInput["targets"]>[number]> = {},
): NonNullable<CompileInput["targets"]>[number] {
  return { name: plugin.name, plugin, ...more };
}
