/**
 * A built-in module is asked for what is used of it, when it is: an `import` makes Node load all that the module has,
 * which for `node:process` alone takes 6 ms of every run.
 */
import type { Plugin } from "rolldown";

interface Import {
  readonly whole?: string;
  readonly parts?: string;
  /** With its quotes. */
  readonly id: string;
}

// Rolldown writes every import on one line, before all else.
const leading = /^(?:import [^\n]*\n)+/;
const ofBuiltin = /^import (?:(?<whole>[\w$]+)(?:, )?)?(?:\{ (?<parts>[^}]*) \})? from (?<id>"node:[^"]+");$/gm;

/** Modules that take milliseconds and of which dpm asks for functions only: most runs call none of them. */
const slow = new Set(["crypto", "child_process", "timers/promises", "vm"].map((name) => `"node:${name}"`));

// cosmiconfig has a loader for YAML, which the workspace replaces: dpm reads what cosmiconfig finds.
const unused = "js-yaml";
const nothing = `\0${unused}`;

/** Every static import of a built-in module becomes `process.getBuiltinModule`. */
export function builtins(): Plugin {
  return {
    name: "builtins",
    resolveId: (id) => (id === unused ? nothing : undefined),
    load: (id) => (id === nothing ? "export {};" : undefined),
    renderChunk: (code) =>
      code.replace(leading, (imports) =>
        imports.replaceAll(ofBuiltin, (...match: readonly unknown[]) => {
          const found = match.at(-1) as Import;
          return (slow.has(found.id) ? later(found) : now(found)).join(" ");
        }),
      ),
  };
}

function now({ whole, parts, id }: Import): readonly string[] {
  return [
    ...(whole === undefined ? [] : [`const ${whole} = ${moduleOf(id)};`]),
    ...(parts === undefined ? [] : [`const { ${parts.replaceAll(" as ", ": ")} } = ${moduleOf(id)};`]),
  ];
}

function later({ whole, parts, id }: Import): readonly string[] {
  const functions = parts?.split(", ").map((part) => part.split(" as ")) ?? [];
  return [
    ...(whole === undefined ? [] : [`const ${whole} = new Proxy({}, { get: (_, name) => ${moduleOf(id)}[name] });`]),
    ...functions.map(([name = "", alias = name]) => `const ${alias} = (...args) => ${moduleOf(id)}.${name}(...args);`),
  ];
}

function moduleOf(id: string): string {
  return `globalThis.process.getBuiltinModule(${id})`;
}
