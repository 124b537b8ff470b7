/** The targets of this repository, read from their sources. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "@dpm/core";
import { root } from "./packages.ts";

export interface OwnPlugin {
  readonly folder: string;
  /** The package's. */
  readonly name: string;
  readonly description: string;
  readonly plugin: Plugin;
}

/** Ordered by folder. */
export function ownPlugins(): Promise<readonly OwnPlugin[]> {
  const names = readdirSync(join(root, "plugins")).filter((name) =>
    existsSync(join(root, "plugins", name, "src", "index.ts")),
  );
  return Promise.all(names.toSorted().map(read));
}

async function read(target: string): Promise<OwnPlugin> {
  const folder = join(root, "plugins", target);
  const { name, description } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly description: string;
  };
  const module = (await import(pathToFileURL(join(folder, "src", "index.ts")).href)) as { readonly default: Plugin };
  return { folder, name, description, plugin: module.default };
}
