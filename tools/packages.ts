/** The packages of this repository, read from their manifests. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Entry {
  readonly "@dpm/source": string;
  readonly types: string;
  readonly default: string;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  /** A plain path is a file that is published as it is. */
  readonly exports?: Readonly<Record<string, Entry | string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly publishConfig?: { readonly bin?: Readonly<Record<string, string>> };
}

export interface Package {
  /** Relative to the root, with forward slashes: `packages/core`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every workspace package, ordered by folder. */
export function packages(): readonly Package[] {
  return ["packages", "plugins"].flatMap((group) =>
    readdirSync(join(root, group))
      .toSorted()
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(join(root, folder, "package.json")))
      .map(packageAt),
  );
}

export function packageAt(folder: string): Package {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;
  return { folder, manifest };
}

/** What of a package is imported as code, by its name in `exports`. */
export function codeEntries({ exports = {} }: Manifest): readonly (readonly [string, Entry])[] {
  return Object.entries(exports).flatMap(([name, entry]) =>
    typeof entry === "string" ? [] : [[name, entry] as const],
  );
}

export const publishable = (): readonly Package[] => packages().filter(({ manifest }) => !manifest.private);
