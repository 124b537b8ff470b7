import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { hashOf, lookIfThere, readIfThere } from "./durable.ts";
import { onDisk, type Change, type Decision, type FileStatus, type WriteRequest } from "./decision.ts";
import type { FileSystem } from "./file-system.ts";
import { parseManifest, printManifest, withoutConfig, type Known, type Manifest, type Section } from "./manifest.ts";
import { placeFiles, type PlacedFile } from "./output-files.ts";
import { foldName } from "./safe-path.ts";
import { staleFiles } from "./stale.ts";

export interface PlannedFile {
  readonly target: string;
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly status: FileStatus;
}

export interface WritePlan {
  readonly files: readonly PlannedFile[];
  /** In the order in which they are made; the manifest is the last. Empty when there is nothing to do. */
  readonly changes: readonly Change[];
  /** Paths that are refused. With an error nothing may be written. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that were changed by hand and would have to be overwritten or deleted: errors for a writing run. */
  readonly conflicts: readonly Diagnostic[];
  /** The project's real folder. */
  readonly root: string;
  /** Tells the version of the manifest that the plan goes by. */
  readonly manifest?: string;
}

/** The writer's own folder, below the project's. */
export const stateFolder = ".dpm";
export const manifestName = `${stateFolder}/manifest.json`;

/** Compares what is to be written with what is there. Changes nothing. Throws the file system's errors. */
export function planWrite(fs: FileSystem, request: WriteRequest): WritePlan {
  const placement = placeFiles(fs, request.files, request);
  const { places } = placement;
  const { root } = places;
  const state = places.of(join(root, manifestName));
  if ("fault" in state) {
    const refused = problems.statePlace({ path: manifestName, by: places.name(state.by) }).at(undefined);
    return { files: [], changes: [], conflicts: [], root, diagnostics: [...placement.diagnostics, refused] };
  }
  const { entry } = state;
  const stored = entry && readIfThere(fs, state.path);
  const manifest = stored && parseManifest(Buffer.from(stored).toString("utf8"));
  const own = request.config ?? withoutConfig;
  const { section, others } = sectionsOf(fs, root, manifest, own);

  const knownOf = lookUp(fs, root, section);
  const decided = placement.files.map((placed) => {
    const known = knownOf(placed);
    return asBefore(fs, placed, known) ?? decide(fs, placed, known, request);
  });
  const stale = staleFiles(fs, { section, placement, request });
  const all = [...decided, ...stale];
  const next = nextManifest(others, own, section, all);
  const text = printManifest(next);
  const changes = all.flatMap((one) => (one.change ? [one.change] : []));
  const bytes = Buffer.from(text);
  const isKept = stored ? Buffer.compare(stored, bytes) === 0 : next.size === 0;
  const manifestChange = (): Change => ({
    name: manifestName,
    path: state.path,
    device: state.device,
    ...(stored && { before: { sha256: hashOf(stored), identity: entry.identity, mode: entry.mode } }),
    after: { bytes, sha256: hashOf(bytes) },
  });
  const unreadable = stored && !manifest ? [problems.manifestUnreadable({ path: manifestName }).at(undefined)] : [];
  return {
    root,
    ...(entry && { manifest: entry.identity }),
    files: all.filter(isSeen).map(({ target, name, status }) => ({ target, path: name, status })),
    changes: [...removalsFirst(changes), ...(isKept ? [] : [manifestChange()])],
    diagnostics: [...placement.diagnostics, ...unreadable],
    conflicts: all.flatMap((one) => (one.conflict ? [one.conflict] : [])),
  };
}

/** A stale file that is gone already concerns the manifest only. */
function isSeen({ status, change }: Decision): boolean {
  return status !== "stale" || change !== undefined;
}

/** What the manifest says of a file; where case is ignored, also under the spelling that it had before. */
function lookUp(fs: FileSystem, root: string, section: Section): (placed: PlacedFile) => Known | undefined {
  let folded: ReadonlyMap<string, string> | undefined;
  return ({ file, name, entry }) => {
    const files = section.get(file.target);
    if (!entry || files?.has(name)) return files?.get(name);
    folded ??= new Map([...section.values()].flatMap((one) => [...one.keys()].map((key) => [foldName(key), key])));
    const twin = folded.get(foldName(name));
    if (twin === undefined) return undefined;
    return lookIfThere(fs, join(root, twin))?.identity === entry.identity ? files?.get(twin) : undefined;
  };
}

/**
 * A file for which there is nothing to do: it is the user's, or what is to be written stands there and is what the
 * manifest knows. No hash is made, since that takes a run longer than all the comparing.
 */
function asBefore(
  fs: FileSystem,
  { file, name, path, entry }: PlacedFile,
  known: Known | undefined,
): Decision | undefined {
  const { target } = file;
  if (entry?.kind !== "file") return undefined;
  // One that is gone is written again: what runs with it would not run without it.
  if (file.mode === "scaffold") return { target, name, status: "scaffold-kept", ...(known && { known }) };
  const bytes = Buffer.from(file.content.text);
  if (known?.crc32 !== crc32(bytes) || known.scaffold) return undefined;
  const there = readIfThere(fs, path);
  return there && bytes.equals(there) ? { target, name, status: "unchanged", known } : undefined;
}

function decide(fs: FileSystem, placed: PlacedFile, known: Known | undefined, { force }: WriteRequest): Decision {
  const { file, name, path, device } = placed;
  const { target } = file;
  const bytes = Buffer.from(file.content.text);
  const sha256 = hashOf(bytes);
  const before = onDisk(fs, placed);
  const isScaffold = file.mode === "scaffold";
  const written: Known = { sha256, crc32: crc32(bytes), ...(isScaffold && { scaffold: true }) };
  const write = (status: FileStatus): Decision => ({
    ...{ target, name, status, known: written },
    change: { name, path, device, ...(before && { before }), after: { bytes, sha256 } },
  });
  if (!before) return write("new");
  if (before.sha256 === sha256) return { target, name, status: known ? "unchanged" : "adopted", known: written };
  if (force || before.sha256 === known?.sha256) return write("changed");
  const conflict = known ? problems.fileEdited({ path: name }) : problems.fileNotOurs({ path: name });
  return {
    target,
    name,
    status: "edited",
    ...(known && { known }),
    conflict: conflict.at({ file: name, start: 0, end: 0 }),
  };
}

/** What this configuration wrote, and what others did; what configurations wrote that are no more counts as its own. */
function sectionsOf(
  fs: FileSystem,
  root: string,
  manifest: Manifest = new Map(),
  own: string,
): { readonly section: Section; readonly others: Manifest } {
  const section = new Map<string, Map<string, Known>>();
  const foreign = [...manifest].filter(([config]) => config !== own);
  const others = new Map(foreign.filter(([config]) => isConfig(fs, root, config)));
  const heirs = foreign.filter(([config]) => !others.has(config)).map(([, one]) => one);
  for (const one of [...heirs, manifest.get(own) ?? new Map<string, never>()]) {
    for (const [target, files] of one) section.set(target, new Map([...(section.get(target) ?? []), ...files]));
  }
  return { section, others };
}

/** Whether a configuration is still there. `package.json` always is, so its property counts. */
function isConfig(fs: FileSystem, root: string, config: string): boolean {
  if (config !== "package.json") return lookIfThere(fs, join(root, config)) !== undefined;
  return /"dpm"\s*:/.test(Buffer.from(readIfThere(fs, join(root, config)) ?? []).toString("utf8"));
}

function nextManifest(others: Manifest, own: string, section: Section, decisions: readonly Decision[]): Manifest {
  const targets = new Map(
    [...section].map(([target, files]): [string, Map<string, Known>] => [target, new Map(files)]),
  );
  for (const { target, name, known } of decisions) {
    const files = targets.get(target) ?? new Map<string, Known>();
    targets.set(target, files);
    if (known) files.set(name, known);
    else files.delete(name);
  }
  const filled = new Map([...targets].filter(([, files]) => files.size > 0));
  return new Map([...others, ...(filled.size > 0 ? [[own, filled] as const] : [])]);
}

/** A removal may make room for a name that differs in case only. */
function removalsFirst(changes: readonly Change[]): readonly Change[] {
  return [...changes.filter((one) => !one.after), ...changes.filter((one) => one.after)];
}
