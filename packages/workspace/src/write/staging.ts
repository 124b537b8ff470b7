import { randomBytes } from "node:crypto";
import { dirname, join, relative } from "node:path";
import { lookIfThere } from "./durable.ts";
import type { FileSystem } from "./file-system.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import type { Change } from "./decision.ts";
import { stateFolder } from "./plan.ts";

/** A change with the places of its staged file and of its backup, absolute. */
export interface StagedChange {
  readonly change: Change;
  readonly staged?: string;
  readonly backup?: string;
}

export interface Staging {
  readonly changes: readonly StagedChange[];
  readonly stages: readonly string[];
  /** Folders that the new files need and that are not there, outermost first. */
  readonly missing: readonly string[];
}

/** What the writer calls its own folders and the files in them; nothing else is ever deleted in a clean-up. */
export const stageName = /^(?:\.dpm-)?stage-[0-9a-f]{12}$/;
export const stagedName = /^\d+\.(?:new|old)$/;

/**
 * Decides where new content waits: in `.dpm`, since that is one known place, but beside the output where that is
 * another file system, as a rename cannot cross from one to another.
 */
export function layStaging(fs: FileSystem, root: string, changes: readonly Change[], beside: boolean): Staging {
  const id = `stage-${randomBytes(6).toString("hex")}`;
  const home = join(root, stateFolder, id);
  const homeDevice = fs.look(join(root, stateFolder))?.device;
  const missing = new Set<string>();
  const nearest = new Map<string, string>();
  const existing = (folder: string): string => {
    const known = nearest.get(folder);
    if (known !== undefined) return known;
    const found = lookIfThere(fs, folder) ? folder : existing(dirname(folder));
    if (found !== folder) missing.add(folder);
    nearest.set(folder, found);
    return found;
  };
  const staged = changes.map((change, index): StagedChange => {
    const near = existing(dirname(change.path));
    const stage = change.device === homeDevice && !beside ? home : join(near, `.dpm-${id}`);
    return {
      change,
      ...(change.after && { staged: join(stage, `${index}.new`) }),
      ...(change.before && { backup: join(stage, `${index}.old`) }),
    };
  });
  const stages = new Set(staged.map((one) => dirname(one.staged ?? one.backup ?? home)));
  return {
    changes: staged,
    stages: [...stages],
    missing: [...missing].sort((one, other) => one.length - other.length),
  };
}

/** The staging as the journal keeps it. */
export function journalOf(root: string, { changes, stages, missing }: Staging): Journal {
  const name = (path: string): string => relative(root, path);
  const entries = changes.map(({ change, staged, backup }): JournalEntry => ({
    path: name(change.path),
    ...(staged !== undefined && { staged: name(staged) }),
    ...(backup !== undefined && { backup: name(backup) }),
    ...(change.before && { before: change.before.sha256 }),
    ...(change.after && { after: change.after.sha256 }),
  }));
  return { version: 1, entries, stages: stages.map(name), made: missing.map(name) };
}
