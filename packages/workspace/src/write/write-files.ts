import { join, resolve } from "node:path";
import type { Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { applyChanges, EditedMeanwhile, type Outcome } from "./apply.ts";
import { lookIfThere } from "./durable.ts";
import { nodeFileSystem, type FileSystem } from "./file-system.ts";
import { findJournal, journalPath } from "./journal.ts";
import { acquireLock } from "./lock.ts";
import type { WriteRequest } from "./decision.ts";
import { manifestName, planWrite, type PlannedFile, type WritePlan } from "./plan.ts";
import { discard, isInterrupted, recover } from "./recover.ts";
import { holdingSignals } from "./signals.ts";
import { reasonOf } from "./system-error.ts";

export interface WriteResult {
  /** What became, or was to become, of each file. */
  readonly files: readonly PlannedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface WriteSettings {
  /** Another file system, for tests. */
  readonly fs?: FileSystem;
  /** How long to wait for another run that writes in the same project, in milliseconds. */
  readonly wait?: number;
}

/**
 * Writes all files or none. First finishes what an interrupted run left. With nothing to change it touches nothing.
 * Bad paths, edited files and the file system's errors are diagnostics.
 */
export async function writeFiles(request: WriteRequest, settings: WriteSettings = {}): Promise<WriteResult> {
  const { fs = nodeFileSystem, wait = 10_000 } = settings;
  try {
    const plan = planWrite(fs, request);
    const refused = refusals(plan);
    if (!isInterrupted(fs, plan.root) && (refused || plan.changes.length === 0)) return refused ?? done(plan);
    const lock = await acquireLock(plan.root, wait);
    if ("heldBy" in lock) {
      const { pid, file } = lock.heldBy;
      return { files: plan.files, diagnostics: [problems.locked({ pid, file }).at(undefined)] };
    }
    return await holdingSignals(() => {
      try {
        return writeLocked(fs, plan, request);
      } finally {
        lock.release();
      }
    });
  } catch (error) {
    return { files: [], diagnostics: [failure(error, request)] };
  }
}

/** Compares without writing: what `--check` and `--dry-run` show. */
export function compareFiles(request: WriteRequest, { fs = nodeFileSystem }: WriteSettings = {}): WriteResult {
  try {
    const plan = planWrite(fs, request);
    const interrupted = isInterrupted(fs, plan.root) ? [problems.interrupted().at(undefined)] : [];
    return { files: plan.files, diagnostics: [...plan.diagnostics, ...interrupted] };
  } catch (error) {
    return { files: [], diagnostics: [failure(error, request)] };
  }
}

/** The plan was made before the lock was taken, so it is made again where another run came between. */
function writeLocked(fs: FileSystem, before: WritePlan, request: WriteRequest): WriteResult {
  const { root } = before;
  const also = request.allowOutside ? resolve(root, request.out) : undefined;
  const notes: Diagnostic[] = [];
  const recovery = recover(fs, root, also);
  if (recovery === "stuck") {
    const phase = findJournal(fs, root)?.phase ?? "forward";
    if (!request.force)
      return { files: [], diagnostics: [problems.stuck({ journal: journalPath(root, phase) }).at(undefined)] };
    discard(fs, root);
  } else if (recovery !== "nothing") notes.push(problems.recovered({ how: recovery }).at(undefined));
  const isSame = recovery === "nothing" && lookIfThere(fs, join(root, manifestName))?.identity === before.manifest;
  const first = carryOut(fs, isSame ? before : planWrite(fs, request));
  const isOvertaken = first.outcome.outcome === "undone" && first.outcome.error instanceof EditedMeanwhile;
  const { plan, outcome } = isOvertaken ? carryOut(fs, planWrite(fs, request)) : first;
  const { files, diagnostics } = report(outcome, plan, request);
  return { files, diagnostics: [...notes, ...diagnostics] };
}

interface CarriedOut {
  readonly plan: WritePlan;
  readonly outcome: Outcome | { readonly outcome: "refused" };
}

function carryOut(fs: FileSystem, plan: WritePlan): CarriedOut {
  return { plan, outcome: refusals(plan) ? { outcome: "refused" } : applyChanges(fs, plan.root, plan.changes) };
}

/** The result of a plan that must not be carried out. */
function refusals(plan: WritePlan): WriteResult | undefined {
  const diagnostics = [...plan.diagnostics, ...plan.conflicts];
  return diagnostics.some((one) => one.severity === "error") ? { files: plan.files, diagnostics } : undefined;
}

function done({ files, diagnostics }: WritePlan): WriteResult {
  return { files, diagnostics };
}

function report(outcome: CarriedOut["outcome"], plan: WritePlan, request: WriteRequest): WriteResult {
  if (outcome.outcome === "written") return done(plan);
  if (outcome.outcome === "refused") return refusals(plan) ?? done(plan);
  const left = outcome.outcome === "unfinished" ? [problems.interrupted().at(undefined)] : [];
  return { files: plan.files, diagnostics: [...plan.diagnostics, failure(outcome.error, request), ...left] };
}

function failure(error: unknown, { root, out }: WriteRequest): Diagnostic {
  if (error instanceof EditedMeanwhile) return problems.editedMeanwhile({ path: error.file }).at(undefined);
  const { path, reason } = reasonOf(error, root);
  return problems.couldNotWrite({ path: path ?? out, reason }).at(undefined);
}
