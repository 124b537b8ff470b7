import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { lookIfThere } from "./durable.ts";
import type { Entry, FileSystem } from "./file-system.ts";

/** Where a file really lies, or why it may not lie there. */
export type Place =
  /** `entry` is the file that is there already. */
  | { readonly path: string; readonly device: number; readonly entry?: Entry }
  /** A folder on the way, or a link, leads out; something else lies where a folder or file belongs; the file itself is a link. */
  | { readonly fault: "outside" | "occupied" | "link"; readonly by: string };

/** The folders below which everything must stay, and the way to find out. */
export interface Places {
  /** The project's real folder. */
  readonly root: string;
  /** The real place of an absolute path, every folder on the way looked at once. */
  readonly of: (path: string) => Place;
  /** A path as the user and the manifest write it: from the project's folder, with `/`. */
  readonly name: (path: string) => string;
}

interface Folder {
  readonly path: string;
  readonly device: number;
  readonly exists: boolean;
}
type Fault = Exclude<Place, { readonly path: string }>;

/**
 * Follows links on the way to a file and refuses what ends outside. `root` must exist.
 * `also` is a further folder in which the configuration allows to write.
 */
export function createPlaces(fs: FileSystem, root: string, also?: string): Places {
  const realRoot = fs.real(root);
  const bases = [realRoot, ...(also === undefined ? [] : [realOf(fs, also)])];
  const folders = new Map<string, Folder | Fault>(
    bases.map((path): [string, Folder] => [
      path,
      { path, device: deviceOf(fs, path), exists: lookIfThere(fs, path) !== undefined },
    ]),
  );
  const inside = (path: string): boolean => bases.some((base) => contains(base, path));

  const folder = (path: string): Folder | Fault => {
    const known = folders.get(path);
    if (known) return known;
    const found = inside(path) ? step(path) : ({ fault: "outside", by: path } as const);
    folders.set(path, found);
    return found;
  };
  const step = (path: string): Folder | Fault => {
    const parent = folder(dirname(path));
    if ("fault" in parent) return parent;
    const here = join(parent.path, path.slice(dirname(path).length));
    const entry = parent.exists ? lookIfThere(fs, here) : undefined;
    if (!entry) return { path: here, device: parent.device, exists: false };
    if (entry.kind === "folder") return { path: here, device: entry.device, exists: true };
    if (entry.kind !== "link") return { fault: "occupied", by: here };
    const target = realIfThere(fs, here);
    if (target === undefined || !inside(target)) return { fault: "outside", by: here };
    return folder(target);
  };

  return {
    root: realRoot,
    name: (path) => relative(realRoot, path).split(sep).join("/"),
    of: (path) => {
      const parent = folder(dirname(path));
      if ("fault" in parent) return parent;
      const here = join(parent.path, path.slice(dirname(path).length));
      const entry = parent.exists ? lookIfThere(fs, here) : undefined;
      if (entry && entry.kind !== "file") return { fault: entry.kind === "link" ? "link" : "occupied", by: here };
      return { path: here, device: parent.device, ...(entry && { entry }) };
    },
  };
}

/** Whether a path lies below a folder. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The real path of something that need not be there yet: links are followed as far as it is. */
export function realOf(fs: FileSystem, path: string): string {
  const absolute = resolve(path);
  const parent = dirname(absolute);
  return (
    realIfThere(fs, absolute) ??
    (parent === absolute ? absolute : join(realOf(fs, parent), absolute.slice(parent.length)))
  );
}

function realIfThere(fs: FileSystem, path: string): string | undefined {
  try {
    return fs.real(path);
  } catch {
    // Missing, or links in a circle: either way there is nothing to follow.
    return undefined;
  }
}

function deviceOf(fs: FileSystem, path: string): number {
  const entry = lookIfThere(fs, path);
  return entry ? entry.device : deviceOf(fs, dirname(path));
}
