import { hash } from "node:crypto";
import { dirname } from "node:path";
import type { Entry, FileSystem } from "./file-system.ts";

/** The SHA-256 of a file's bytes, in hexadecimal: how a file is recognised as dpm's own. */
export function hashOf(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/** The code of a system error, such as `ENOSPC`; `undefined` for everything else that can be thrown. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** What is at the path, or nothing. A path that goes through a file has nothing at its end. */
export function lookIfThere(fs: FileSystem, path: string): Entry | undefined {
  return unlessMissing(() => fs.look(path));
}

/** The bytes of a file, or nothing when there is none. */
export function readIfThere(fs: FileSystem, path: string): Uint8Array | undefined {
  return unlessMissing(() => fs.read(path));
}

/** The names in a folder; none when there is no such folder. */
export function listIfThere(fs: FileSystem, path: string): readonly string[] {
  return unlessMissing(() => fs.list(path)) ?? [];
}

/** Removes a file if it is there. */
export function unlinkIfThere(fs: FileSystem, path: string): void {
  unlessMissing(() => fs.unlink(path));
}

/** Removes a folder if it is there and empty; otherwise leaves it to whoever uses it. Returns whether it did. */
export function rmdirIfEmpty(fs: FileSystem, path: string): boolean {
  try {
    fs.rmdir(path);
    return true;
  } catch {
    // Somebody else's file is in it, or it is gone already: both are fine.
    return false;
  }
}

/** Makes a folder; returns whether it was missing. */
export function mkdirIfMissing(fs: FileSystem, path: string): boolean {
  try {
    fs.mkdir(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Creates a file, writes all of it and leaves it open, since syncing many files at once is faster than one by one. */
export function createOpen(fs: FileSystem, path: string, bytes: Uint8Array, mode?: number): number {
  const descriptor = fs.create(path);
  try {
    if (mode !== undefined) fs.chmod(descriptor, mode);
    let offset = 0;
    while (offset < bytes.length) offset += fs.write(descriptor, bytes, offset);
    return descriptor;
  } catch (error) {
    fs.close(descriptor);
    throw error;
  }
}

/** Creates a file that survives a power cut once this returns, save for its folder's entry. */
export function createSynced(fs: FileSystem, path: string, bytes: Uint8Array): void {
  const descriptor = createOpen(fs, path, bytes);
  syncAndClose(fs, descriptor);
}

/** Syncs and closes; closes even when syncing fails. */
export function syncAndClose(fs: FileSystem, descriptor: number): void {
  try {
    fs.sync(descriptor);
  } finally {
    fs.close(descriptor);
  }
}

/** Folders cannot be synced on Windows; one that is gone needs no syncing. */
const cannotSyncFolders = new Set(["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP", "ENOENT"]);

/** Makes the names in a folder survive a power cut. */
export function syncFolder(fs: FileSystem, path: string): void {
  try {
    syncAndClose(fs, fs.open(path));
  } catch (error) {
    if (!cannotSyncFolders.has(errorCode(error) ?? "")) throw error;
  }
}

/** Syncs a folder on the way back: that the old files are there again matters more than that this is on disk already. */
export function trySyncFolder(fs: FileSystem, path: string): void {
  try {
    syncFolder(fs, path);
  } catch {
    // The journal is still there, and the next run looks again.
  }
}

/** Syncs the folder of each path, once. */
export function syncFoldersOf(fs: FileSystem, paths: Iterable<string>, sync = syncFolder): void {
  for (const folder of new Set([...paths].map((path) => dirname(path)))) sync(fs, folder);
}

function unlessMissing<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
