import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";

/** The version of this package, wherever the file that asks was bundled to. */
export function version(): string {
  const manifest = findPackageJSON("..", import.meta.url);
  return manifest === undefined
    ? "unknown"
    : (JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string }).version;
}
