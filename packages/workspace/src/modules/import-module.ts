import fs from "node:fs";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { asItIsWritten } from "./as-written.ts";

/** So long may foreign code take to load, in milliseconds: what waits for nothing would end the process without a word. */
const patience = 5000;

/**
 * Imports a module of the project, by its newest text where it is a configuration. It may be written as an ES module or
 * as CommonJS, whatever the `type` of its package says. Throws what the module throws, and when it does not come to an end.
 */
export async function importModule(path: string, kind: "configuration" | "plugin"): Promise<unknown> {
  // A module is loaded once per address; a build tool that stays alive must see a change.
  const version = kind === "configuration" ? `?mtime=${fs.statSync(path).mtimeMs}` : "";
  const url = pathToFileURL(path).href + version;
  const hooks = registerHooks({ load: asItIsWritten(url) });
  try {
    const loaded: unknown = await inTime(import(url));
    return kind === "configuration" ? await inTime((loaded as { readonly default?: unknown }).default) : loaded;
  } finally {
    hooks.deregister();
  }
}

async function inTime(value: unknown): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it is not done after ${patience / 1000} seconds`)), patience);
  });
  try {
    return await Promise.race([value, end]);
  } finally {
    clearTimeout(timer);
  }
}
