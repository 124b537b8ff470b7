import { join } from "node:path";
import { createOpen, readIfThere, syncFolder, trySyncFolder } from "./durable.ts";
import type { FileSystem } from "./file-system.ts";
import { stateFolder } from "./plan.ts";

/** One change, as far as finishing or undoing it needs. All paths are relative to the project's folder. */
export interface JournalEntry {
  readonly path: string;
  /** The new content, until it is renamed into place; absent for a removal. */
  readonly staged?: string;
  /** A second link to the old content; absent for a new file. */
  readonly backup?: string;
  readonly before?: string;
  readonly after?: string;
}

export interface Journal {
  readonly version: 1;
  readonly entries: readonly JournalEntry[];
  /** Folders that hold nothing but staged files and backups. */
  readonly stages: readonly string[];
  /** Folders that were made for the new files, outermost first. */
  readonly made: readonly string[];
}

/**
 * How far a write has come. It is the journal's file name, so that going on is one rename:
 * `prepared` nothing is changed yet; `forward` everything is staged, finish it; `back` it failed, undo it.
 */
export type Phase = "prepared" | "forward" | "back";
const phases: readonly Phase[] = ["forward", "back", "prepared"];

export function journalPath(root: string, phase: Phase): string {
  return join(root, stateFolder, `journal.${phase}.json`);
}

/** Writes the journal before anything else is touched, and leaves it open: it is synced with the staged files. */
export function openJournal(fs: FileSystem, root: string, journal: Journal): number {
  return createOpen(fs, journalPath(root, "prepared"), Buffer.from(JSON.stringify(journal)));
}

/**
 * The moment from which on the next run finishes the write. What the journal names is synced with it: should a power cut
 * keep the one without the other, no file is renamed yet, and the next run undoes the write.
 */
export function commitJournal(fs: FileSystem, root: string, { stages }: Journal): void {
  fs.rename(journalPath(root, "prepared"), journalPath(root, "forward"));
  for (const folder of [...stages, stateFolder]) syncFolder(fs, join(root, folder));
}

/** The moment from which on the next run undoes the write. */
export function revertJournal(fs: FileSystem, root: string): void {
  fs.rename(journalPath(root, "forward"), journalPath(root, "back"));
  trySyncFolder(fs, join(root, stateFolder));
}

/** A write that was not finished; `journal` is missing where it cannot be read. */
export interface Unfinished {
  readonly phase: Phase;
  readonly journal?: Journal;
}

/** Looks for a write that was not finished. A `prepared` journal that was cut off has nothing behind it yet. */
export function findJournal(fs: FileSystem, root: string): Unfinished | undefined {
  for (const phase of phases) {
    const bytes = readIfThere(fs, journalPath(root, phase));
    if (!bytes) continue;
    const journal = parse(Buffer.from(bytes).toString("utf8")) ?? (phase === "prepared" ? empty : undefined);
    return { phase, ...(journal && { journal }) };
  }
  return undefined;
}

const empty: Journal = { version: 1, entries: [], stages: [], made: [] };

function parse(text: string): Journal | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isJournal(json) ? json : undefined;
}

function isJournal(json: unknown): json is Journal {
  if (!isRecord(json) || json["version"] !== 1) return false;
  const { entries, stages, made } = json;
  return isTexts(stages) && isTexts(made) && Array.isArray(entries) && entries.every(isEntry);
}

function isEntry(entry: unknown): boolean {
  if (!isRecord(entry) || typeof entry["path"] !== "string") return false;
  return [entry["staged"], entry["backup"], entry["before"], entry["after"]].every(
    (one) => one === undefined || typeof one === "string",
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
