import fs from "node:fs";
import type { Diagnostic, SourceFile } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { reasonOf } from "../write/system-error.ts";
import { decode } from "./decode.ts";
import type { FoundSource } from "./find-sources.ts";

/** No source is larger, in bytes: beyond this it is a mistake, and would only exhaust the memory. */
export const largest = 64 * 1024 * 1024;

export interface ReadSources {
  readonly sources: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every file as UTF-8. One that cannot be read is a diagnostic; where it is no UTF-8, its text is there to show. */
export function readSources(found: readonly FoundSource[], limit = largest): ReadSources {
  const read = found.map((one) => readSource(one, limit));
  return { sources: read.flatMap((one) => one.sources), diagnostics: read.flatMap((one) => one.diagnostics) };
}

function readSource({ path, name }: FoundSource, limit: number): ReadSources {
  const refuse = (diagnostic: Diagnostic): ReadSources => ({ sources: [], diagnostics: [diagnostic] });
  try {
    const stats = fs.statSync(path);
    if (stats.isDirectory()) return refuse(problems.inputFolder({ path: name }).at(undefined));
    // Reading from a pipe or a device might never end.
    if (!stats.isFile())
      return refuse(problems.inputUnreadable({ path: name, reason: "it is no regular file" }).at(undefined));
    if (stats.size > limit)
      return refuse(problems.inputTooLarge({ path: name, bytes: stats.size, limit }).at(undefined));
    const { text, diagnostics } = decode(fs.readFileSync(path), name);
    return { sources: [{ name, text }], diagnostics };
  } catch (error) {
    return refuse(problems.inputUnreadable({ path: name, reason: reasonOf(error, path).reason }).at(undefined));
  }
}
