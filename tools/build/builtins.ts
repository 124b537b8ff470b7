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
const slow = new Set(
  ["crypto", "child_process", "fs/promises", "timers/promises", "vm", "zlib"].map((name) => `"node:${name}"`),
);

/** What stands in the place of modules that third parties ask for when they are loaded, and that dpm hardly uses: above all cosmiconfig's. */
const replaced: ReadonlyMap<string, string> = new Map([
  ["js-yaml", "export {};"],
  ["fs/promises", `module.exports = ${whenUsed('"node:fs/promises"')};`],
  // CommonJS made of TypeScript copies a module name by name, unless it was made of an ES module.
  [
    "fs",
    `const fs = ${moduleOf('"node:fs"')};` +
      "module.exports = Object.create(fs, { __esModule: { value: true }, default: { value: fs } });",
  ],
]);

/** Whether the build puts something in the place of a module. */
export function isReplaced(id: string): boolean {
  return replaced.has(id);
}

/** Every static import of a built-in module becomes `process.getBuiltinModule`. */
export function builtins(): Plugin {
  return {
    name: "builtins",
    resolveId: (id) => (isReplaced(id) ? `\0${id}` : undefined),
    load: (id) => replaced.get(id.slice(1)),
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
    ...(whole === undefined ? [] : [`const ${whole} = ${whenUsed(id)};`]),
    ...functions.map(([name = "", alias = name]) => `const ${alias} = (...args) => ${moduleOf(id)}.${name}(...args);`),
  ];
}

function moduleOf(id: string): string {
  return `globalThis.process.getBuiltinModule(${id})`;
}

function whenUsed(id: string): string {
  // CommonJS asks at once whether it is an ES module.
  return `new Proxy({ __esModule: false }, { get: (own, name) => own[name] ?? ${moduleOf(id)}[name] })`;
}
