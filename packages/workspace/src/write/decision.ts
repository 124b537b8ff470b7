import type { Diagnostic } from "@dpm/core";
import { hashOf, readIfThere } from "./durable.ts";
import type { Entry, FileSystem } from "./file-system.ts";
import type { Known } from "./manifest.ts";
import type { OutputFile, OutputFolder } from "./output-files.ts";

/** What becomes of one file. */
export type FileStatus = "new" | "changed" | "unchanged" | "edited" | "stale" | "adopted" | "scaffold-kept";

export interface WriteRequest extends OutputFolder {
  readonly files: readonly OutputFile[];
  /** The configuration's name from the project's folder; absent for a run without one. */
  readonly config?: string;
  /** Targets whose `files` are all that they make of all configured inputs: what else they once made is stale. */
  readonly complete: readonly string[] | "all";
  /** Overwrites and deletes what was changed by hand. */
  readonly force?: boolean;
}

/** A file on disk, as it was when the plan was made. */
export interface OnDisk {
  readonly sha256: string;
  readonly identity: string;
  readonly mode: number;
}

/** One change: the file from `before` to `after`; absent is no file. */
export interface Change {
  /** From the project's folder. */
  readonly name: string;
  /** The real place. */
  readonly path: string;
  readonly device: number;
  readonly before?: OnDisk;
  readonly after?: { readonly bytes: Uint8Array; readonly sha256: string };
}

/** What was decided about one file. */
export interface Decision {
  readonly target: string;
  readonly name: string;
  readonly status: FileStatus;
  /** What the manifest says of it from now on; absent forgets it. */
  readonly known?: Known;
  readonly change?: Change;
  readonly conflict?: Diagnostic;
}

/** The file at a path: its hash, and what tells whether it is still the same later. */
export function onDisk(
  fs: FileSystem,
  { path, entry }: { readonly path: string; readonly entry?: Entry },
): OnDisk | undefined {
  const bytes = entry?.kind === "file" ? readIfThere(fs, path) : undefined;
  return entry && bytes && { sha256: hashOf(bytes), identity: entry.identity, mode: entry.mode };
}
