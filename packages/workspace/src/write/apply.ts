import { join } from "node:path";
import {
  createOpen,
  createSynced,
  errorCode,
  lookIfThere,
  mkdirIfMissing,
  syncAndClose,
  syncFoldersOf,
} from "./durable.ts";
import type { FileSystem } from "./file-system.ts";
import { commitJournal, openJournal } from "./journal.ts";
import type { Change } from "./decision.ts";
import { stateFolder } from "./plan.ts";
import { cleanUp, undo } from "./recover.ts";
import { journalOf, layStaging, type StagedChange, type Staging } from "./staging.ts";

/** How an attempt to write ended. */
export type Outcome =
  | { readonly outcome: "written" }
  /** Everything is as it was before. */
  | { readonly outcome: "undone"; readonly error: unknown }
  /** It could not even be undone; the journal stays, and the next writing run goes on. */
  | { readonly outcome: "unfinished"; readonly error: unknown };

/** A file that changed between the plan and the moment of its replacement. */
export class EditedMeanwhile extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} was changed while dpm was writing`);
    this.file = file;
  }
}

/**
 * Makes all changes or none. New content is staged and synced, then one journal is committed: from then on a
 * crash is finished by the next run, before it is undone. Only then are files renamed into place.
 */
export function applyChanges(fs: FileSystem, root: string, changes: readonly Change[]): Outcome {
  if (changes.length === 0) return { outcome: "written" };
  const first = attempt(fs, root, changes, false);
  // Mounts of one device look alike; only the rename tells that it cannot cross them.
  return first.outcome === "undone" && errorCode(first.error) === "EXDEV" ? attempt(fs, root, changes, true) : first;
}

function attempt(fs: FileSystem, root: string, changes: readonly Change[], beside: boolean): Outcome {
  let staging: Staging;
  try {
    mkdirIfMissing(fs, join(root, stateFolder));
    staging = layStaging(fs, root, changes, beside);
  } catch (error) {
    return { outcome: "undone", error };
  }
  const journal = journalOf(root, staging);
  try {
    stage(fs, staging, openJournal(fs, root, journal));
    commitJournal(fs, root, journal);
    for (const change of staging.changes) replace(fs, change);
    syncFoldersOf(fs, [...staging.changes.map(({ change }) => change.path), ...staging.missing]);
  } catch (error) {
    try {
      undo(fs, root, journal);
      return { outcome: "undone", error };
    } catch {
      return { outcome: "unfinished", error };
    }
  }
  try {
    cleanUp(fs, root, journal);
  } catch {
    // All files are new and synced; what is left of the staging goes with the next run.
  }
  return { outcome: "written" };
}

/** Open files are limited; this many are written before they are synced. */
const batch = 128;

function stage(fs: FileSystem, { changes, stages, missing }: Staging, journal: number): void {
  const open = [journal];
  try {
    for (const folder of [...stages, ...missing]) mkdirIfMissing(fs, folder);
    for (const { change, staged } of changes) {
      if (staged === undefined || !change.after) continue;
      if (open.length === batch) syncAll(fs, open);
      open.push(createOpen(fs, staged, change.after.bytes, change.before?.mode));
    }
    syncAll(fs, open);
  } finally {
    for (const descriptor of open) fs.close(descriptor);
  }
  for (const { change, backup } of changes) {
    if (backup !== undefined) keep(fs, change.path, backup);
  }
}

function syncAll(fs: FileSystem, open: number[]): void {
  for (let next = open.shift(); next !== undefined; next = open.shift()) syncAndClose(fs, next);
}

const cannotLink = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/** Keeps the old content reachable under a second name, without copying it where the file system can. */
function keep(fs: FileSystem, path: string, backup: string): void {
  try {
    fs.link(path, backup);
  } catch (error) {
    if (!cannotLink.has(errorCode(error) ?? "")) throw error;
    createSynced(fs, backup, fs.read(path));
  }
}

function replace(fs: FileSystem, { change, staged }: StagedChange): void {
  if (lookIfThere(fs, change.path)?.identity !== change.before?.identity) throw new EditedMeanwhile(change.name);
  if (staged === undefined) fs.unlink(change.path);
  else fs.rename(staged, change.path);
}
