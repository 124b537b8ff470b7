import fs from "node:fs";

/** What is at a path, without following a link. */
export interface Entry {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly device: number;
  /** Tells one version of a file from another without reading it. */
  readonly identity: string;
  readonly mode: number;
}

/**
 * Every call of the writer to the file system, so that a test can stop or fail each one.
 * All are synchronous: nothing of this process runs between two of them. They throw Node's system errors.
 */
export interface FileSystem {
  /** Creates a file that must not be there, and returns its descriptor. */
  readonly create: (path: string) => number;
  readonly write: (descriptor: number, bytes: Uint8Array, offset: number) => number;
  readonly chmod: (descriptor: number, mode: number) => void;
  readonly sync: (descriptor: number) => void;
  readonly close: (descriptor: number) => void;
  /** Opens a file or a folder for reading, to sync it. */
  readonly open: (path: string) => number;
  readonly read: (path: string) => Uint8Array;
  /** Nothing where nothing is: an error for each new file would take longer than all the rest. */
  readonly look: (path: string) => Entry | undefined;
  readonly real: (path: string) => string;
  readonly list: (path: string) => readonly string[];
  readonly rename: (from: string, to: string) => void;
  readonly link: (from: string, to: string) => void;
  readonly unlink: (path: string) => void;
  readonly mkdir: (path: string) => void;
  readonly rmdir: (path: string) => void;
}

/** The real one. */
export const nodeFileSystem: FileSystem = {
  create: (path) => fs.openSync(path, "wx"),
  write: (descriptor, bytes, offset) => fs.writeSync(descriptor, bytes, offset),
  chmod: (descriptor, mode) => fs.fchmodSync(descriptor, mode),
  sync: (descriptor) => fs.fsyncSync(descriptor),
  close: (descriptor) => fs.closeSync(descriptor),
  open: (path) => fs.openSync(path, "r"),
  read: (path) => fs.readFileSync(path),
  look: (path) => entry(fs.lstatSync(path, { throwIfNoEntry: false })),
  real: (path) => fs.realpathSync.native(path),
  list: (path) => fs.readdirSync(path),
  rename: (from, to) => fs.renameSync(from, to),
  link: (from, to) => fs.linkSync(from, to),
  unlink: (path) => fs.unlinkSync(path),
  mkdir: (path) => fs.mkdirSync(path),
  rmdir: (path) => fs.rmdirSync(path),
};

function entry(stats: fs.Stats | undefined): Entry | undefined {
  return (
    stats && {
      kind: stats.isFile() ? "file" : stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "other",
      device: stats.dev,
      identity: `${stats.ino}:${stats.size}:${stats.mtimeMs}`,
      mode: stats.mode & 0o7777,
    }
  );
}
