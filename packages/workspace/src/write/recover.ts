import { basename, dirname, join } from "node:path";
import {
  hashOf,
  listIfThere,
  mkdirIfMissing,
  readIfThere,
  rmdirIfEmpty,
  syncFoldersOf,
  trySyncFolder,
  unlinkIfThere,
} from "./durable.ts";
import type { FileSystem } from "./file-system.ts";
import { findJournal, journalPath, revertJournal, type Journal, type JournalEntry } from "./journal.ts";
import { createPlaces, type Places } from "./places.ts";
import { stateFolder } from "./plan.ts";
import { stagedName, stageName } from "./staging.ts";

/** What became of a write that was interrupted. `stuck`: it can be neither finished nor undone. */
export type Recovery = "nothing" | "finished" | "undone" | "stuck";

/** Whether a run was interrupted here, so that the files may be a mixture. */
export function isInterrupted(fs: FileSystem, root: string): boolean {
  return findJournal(fs, root) !== undefined;
}

/**
 * Finishes an interrupted write, or undoes it where its staged files are gone. Never touches a file that is neither the
 * old nor the new one: somebody changed it since. Throws the file system's errors; may be called again after one.
 */
export function recover(fs: FileSystem, folder: string, also?: string): Recovery {
  const places = createPlaces(fs, folder, also);
  const { root } = places;
  const found = findJournal(fs, root);
  if (!found) return "nothing";
  const { phase, journal } = found;
  if (!journal || !isTrusted(places, journal)) return "stuck";
  if (phase === "forward" && canFinish(fs, root, journal)) {
    finish(fs, root, journal);
    return "finished";
  }
  if (phase !== "prepared" && !canUndo(fs, root, journal)) return "stuck";
  undo(fs, root, journal);
  return "undone";
}

/** Puts every old file back and removes what was made. Works in every phase, and again after it was cut off itself. */
export function undo(fs: FileSystem, root: string, journal: Journal): void {
  const phase = findJournal(fs, root)?.phase ?? "prepared";
  const changed = phase === "prepared" ? [] : journal.entries.filter((entry) => stateOf(fs, root, entry) === "new");
  if (changed.length > 0 && phase === "forward") revertJournal(fs, root);
  for (const { path, backup, before } of changed.toReversed()) {
    if (before === undefined) fs.unlink(join(root, path));
    else if (backup !== undefined) fs.rename(join(root, backup), join(root, path));
  }
  syncFoldersOf(
    fs,
    changed.map(({ path }) => join(root, path)),
    trySyncFolder,
  );
  removeStages(fs, root, journal);
  for (const folder of journal.made.toReversed()) rmdirIfEmpty(fs, join(root, folder));
  removeJournal(fs, root);
}

/** Removes staged files and backups, and last the journal that knows of them. */
export function cleanUp(fs: FileSystem, root: string, journal: Journal): void {
  removeStages(fs, root, journal);
  for (const { path, after } of journal.entries) {
    if (after !== undefined) continue;
    for (let folder = dirname(path); folder !== "." && rmdirIfEmpty(fs, join(root, folder));) folder = dirname(folder);
  }
  removeJournal(fs, root);
}

/** Gives up an interrupted write: what it left is removed, and every file stays as it is. */
export function discard(fs: FileSystem, root: string): void {
  const state = join(root, stateFolder);
  const stages = listIfThere(fs, state).filter((name) => stageName.test(name));
  removeStages(fs, root, { stages: stages.map((name) => join(stateFolder, name)) });
  removeJournal(fs, root);
}

function finish(fs: FileSystem, root: string, journal: Journal): void {
  const open = journal.entries.filter((entry) => stateOf(fs, root, entry) === "old");
  for (const { path, staged } of open) {
    const absolute = join(root, path);
    if (staged === undefined) {
      fs.unlink(absolute);
      continue;
    }
    ensureFolder(fs, dirname(absolute));
    fs.rename(join(root, staged), absolute);
  }
  syncFoldersOf(
    fs,
    [...journal.entries.map(({ path }) => path), ...journal.made].map((path) => join(root, path)),
  );
  cleanUp(fs, root, journal);
}

type State = "old" | "new" | "edited";

function stateOf(fs: FileSystem, root: string, { path, before, after }: JournalEntry): State {
  const bytes = readIfThere(fs, join(root, path));
  const hash = bytes && hashOf(bytes);
  return hash === before ? "old" : hash === after ? "new" : "edited";
}

function canFinish(fs: FileSystem, root: string, { entries }: Journal): boolean {
  return entries.every((entry) => stateOf(fs, root, entry) !== "old" || holds(fs, root, entry.staged, entry.after));
}

function canUndo(fs: FileSystem, root: string, { entries }: Journal): boolean {
  return entries.every((entry) => stateOf(fs, root, entry) !== "new" || holds(fs, root, entry.backup, entry.before));
}

function holds(fs: FileSystem, root: string, path: string | undefined, hash: string | undefined): boolean {
  if (path === undefined || hash === undefined) return hash === undefined;
  const bytes = readIfThere(fs, join(root, path));
  return bytes !== undefined && hashOf(bytes) === hash;
}

function removeStages(fs: FileSystem, root: string, { stages }: Pick<Journal, "stages">): void {
  for (const stage of stages) {
    const folder = join(root, stage);
    for (const name of listIfThere(fs, folder)) {
      if (stagedName.test(name)) unlinkIfThere(fs, join(folder, name));
    }
    rmdirIfEmpty(fs, folder);
  }
}

function removeJournal(fs: FileSystem, root: string): void {
  for (const phase of ["prepared", "forward", "back"] as const) unlinkIfThere(fs, journalPath(root, phase));
}

function ensureFolder(fs: FileSystem, folder: string): void {
  if (folder === dirname(folder) || readable(fs, folder)) return;
  ensureFolder(fs, dirname(folder));
  mkdirIfMissing(fs, folder);
}

function readable(fs: FileSystem, folder: string): boolean {
  try {
    return fs.look(folder)?.kind === "folder";
  } catch {
    return false;
  }
}

/** A journal may come with a project that somebody else made: it may name nothing that the writer could not have named. */
function isTrusted(places: Places, { entries, stages, made }: Journal): boolean {
  const isInside = (path: string): boolean => {
    const place = places.of(join(places.root, path));
    return "path" in place || place.fault === "occupied";
  };
  const isStaged = (path: string | undefined): boolean =>
    path === undefined || (stagedName.test(basename(path)) && stages.includes(dirname(path)));
  return (
    stages.every((stage) => stageName.test(basename(stage)) && isInside(stage)) &&
    made.every(isInside) &&
    entries.every(({ path, staged, backup }) => isInside(path) && isStaged(staged) && isStaged(backup))
  );
}
