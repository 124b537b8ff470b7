import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { CompileInput, Json, Plugin, SourceFile } from "@dpm/core";
import { standIn, type Neighbour } from "./stand-in.ts";

/** A folder with input and every expected output side by side. */
export interface GoldenCase {
  readonly name: string;
  readonly folder: string;
  readonly input: CompileInput;
}

/** What a case's `config.json` may say; all of it is optional. */
interface CaseConfig {
  /** The tested target's configuration: `version`, `components`, and its options. */
  readonly target?: Readonly<Record<string, Json>>;
  /** Other targets, played by stand-ins. */
  readonly neighbours?: readonly Neighbour[];
  readonly owners?: NonNullable<CompileInput["owners"]>;
}

/** Every folder below `fixtures`, in the order of names. */
export function readCases(plugin: Plugin, fixtures: string): readonly GoldenCase[] {
  const names = readdirSync(fixtures, { withFileTypes: true }).filter((one) => one.isDirectory());
  return names
    .map((one) => readCase(plugin, one.name, join(fixtures, one.name)))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function readCase(plugin: Plugin, name: string, folder: string): GoldenCase {
  const file = join(folder, "config.json");
  const config = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as CaseConfig) : {};
  const { version, components, ...options } = config.target ?? {};
  const tested = {
    name: plugin.name,
    plugin,
    options,
    ...(typeof version === "string" && { version }),
    ...(Array.isArray(components) && { components: components.map(String) }),
  };
  const neighbours = (config.neighbours ?? []).map((one) => ({
    name: one.name,
    plugin: standIn(one),
    ...(one.components && { components: one.components }),
  }));
  return {
    name,
    folder,
    input: {
      sources: readSources(folder),
      targets: [...neighbours, tested],
      ...(config.owners && { owners: config.owners }),
    },
  };
}

function readSources(folder: string): readonly SourceFile[] {
  const names = readdirSync(folder).filter((one) => one.endsWith(".dpm"));
  return names.toSorted().map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}
