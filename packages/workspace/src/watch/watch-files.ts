import fs from "node:fs";
import { join } from "node:path";
import { counts, foldersOf, shortName, type Watched } from "./watched.ts";

export interface FileWatch {
  /** From now on this is what counts. */
  readonly follow: (watched: Watched) => void;
  readonly close: () => void;
}

/** An editor saves in several steps, and a checkout changes many files: so long must it be quiet, in milliseconds. */
const quiet = 100;
/** How often a folder that is gone is looked for, in milliseconds. */
const patience = 500;

/**
 * Calls `changed` once after each burst of changes, with the first one's name from the project's folder. Folders are
 * watched, not files, so that one that is deleted, replaced or new is seen too; a folder that is gone may come back.
 */
export function watchFiles(start: Watched, changed: (name: string) => void): FileWatch {
  const watchers = new Map<string, { readonly watcher: fs.FSWatcher; readonly identity: string | undefined }>();
  let watched = start;
  let first: string | undefined;
  let burst: NodeJS.Timeout | undefined;

  const noticed = (path: string): void => {
    if (!counts(watched, path)) return;
    first ??= path;
    clearTimeout(burst);
    burst = setTimeout(() => {
      const name = shortName(watched, first ?? path);
      first = undefined;
      changed(name);
    }, quiet);
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const look = (folder: string): boolean => {
    try {
      const watcher = fs.watch(folder, (_, name) => noticed(name === null ? folder : join(folder, name)));
      watcher.on("error", () => drop(folder));
      watchers.set(folder, { watcher, identity: identityOf(folder) });
      return true;
    } catch {
      return false;
    }
  };
  const follow = (next: Watched): void => {
    watched = next;
    const folders = foldersOf(next);
    for (const folder of watchers.keys()) if (!folders.includes(folder)) drop(folder);
    for (const folder of folders) if (!watchers.has(folder)) look(folder);
  };
  // A watcher of a deleted folder says nothing any more, not even when there is one of its name again.
  const patrol = setInterval(() => {
    for (const folder of foldersOf(watched)) {
      const known = watchers.get(folder);
      if (known && known.identity === identityOf(folder)) continue;
      drop(folder);
      if (look(folder) || known) noticed(folder);
    }
  }, patience);

  follow(start);
  return {
    follow,
    close: () => {
      clearInterval(patrol);
      clearTimeout(burst);
      for (const folder of watchers.keys()) drop(folder);
    },
  };
}

/** A file system may give a new folder the number of the one that is gone. */
function identityOf(folder: string): string | undefined {
  const stats = fs.statSync(folder, { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.birthtimeMs}`;
}
