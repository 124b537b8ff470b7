import { basename, dirname, join } from "node:path";
import { createOpen, syncAndClose, syncFolder, unlinkIfThere } from "./durable.ts";
import { nodeFileSystem, type FileSystem } from "./file-system.ts";
import { reasonOf } from "./system-error.ts";

/**
 * Gives a file other content: whoever looks sees all of the old or all of the new. It keeps its mode, and a link stays
 * one. Returns why it could not be done, in words.
 */
export function replaceFile(path: string, bytes: Uint8Array, fs: FileSystem = nodeFileSystem): string | undefined {
  let staged: string | undefined;
  try {
    const target = fs.real(path);
    const mode = fs.look(target)?.mode;
    const place = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    unlinkIfThere(fs, place);
    staged = place;
    syncAndClose(fs, createOpen(fs, place, bytes, mode));
    fs.rename(place, target);
    staged = undefined;
    syncFolder(fs, dirname(target));
    return undefined;
  } catch (error) {
    if (staged !== undefined) tryUnlink(fs, staged);
    return reasonOf(error, path).reason;
  }
}

function tryUnlink(fs: FileSystem, path: string): void {
  try {
    unlinkIfThere(fs, path);
  } catch {
    // What kept the file from being written is told, and is why its beginning stays.
  }
}
