import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Entry, FileSystem } from "./file-system.ts";
import { outProblem } from "./out-folder.ts";
import { contains, createPlaces, realOf, type Places } from "./places.ts";
import { foldName, pathFault } from "./safe-path.ts";

/** A file to be written: an artifact, as far as the writer cares. */
export interface OutputFile {
  readonly target: string;
  /** Below the target's folder, with `/`. */
  readonly path: string;
  readonly mode: "generated" | "scaffold";
  readonly content: { readonly text: string };
}

/** A file whose path was checked. */
export interface PlacedFile {
  readonly file: OutputFile;
  /** From the project's folder, with `/`: how the user and the manifest know it. */
  readonly name: string;
  /** The real place. */
  readonly path: string;
  readonly device: number;
  /** The file that is there already. */
  readonly entry?: Entry;
}

/** Where files may go. */
export interface OutputFolder {
  /** The project's folder. */
  readonly root: string;
  /** The configured output folder. */
  readonly out: string;
  /** The configuration allows an output folder outside the project. */
  readonly allowOutside?: boolean;
  /** Files that are read: never written, whoever asks. */
  readonly inputs?: readonly string[];
}

export interface Placement {
  readonly places: Places;
  /** The output folder as the manifest names it; empty when it is the project's folder. */
  readonly out: string;
  readonly files: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks every path: nothing leaves the project, takes another's place or means something else on another platform. */
export function placeFiles(fs: FileSystem, files: readonly OutputFile[], folder: OutputFolder): Placement {
  const root = fs.real(folder.root);
  const wanted = resolve(root, folder.out);
  const isOutside = !contains(root, wanted);
  const out = isOutside && folder.allowOutside ? realOf(fs, wanted) : wanted;
  const places = createPlaces(fs, root, folder.allowOutside ? out : undefined);
  const outName = places.name(out);
  const none = { places, out: outName, files: [] };
  const refused = outProblem(root, folder);
  if (refused) return { ...none, diagnostics: [refused.at(undefined)] };

  const inputs = new Set((folder.inputs ?? []).map((path) => foldName(realOf(fs, path))));
  const claims = createClaims();
  const diagnostics: Diagnostic[] = [];
  const placed = files.flatMap((file): readonly PlacedFile[] => {
    const { target } = file;
    const refuse = (diagnostic: Diagnostic): readonly PlacedFile[] => (diagnostics.push(diagnostic), []);
    const fault = target.includes("/") ? "its target's name contains `/`" : pathFault(`${target}/${file.path}`);
    if (fault !== undefined)
      return refuse(problems.pathUnsafe({ target, path: file.path, reason: fault }).at(undefined));
    const lexical = join(out, target, file.path);
    const name = places.name(lexical);
    const place = places.of(lexical);
    if ("fault" in place) {
      const by = places.name(place.by);
      if (place.fault === "outside") return refuse(problems.pathOutside({ target, path: name, by }).at(undefined));
      if (place.fault === "link") return refuse(problems.pathLink({ target, path: name }).at(undefined));
      return refuse(problems.pathOccupied({ target, path: name, by }).at(undefined));
    }
    if (inputs.has(foldName(place.path))) return refuse(problems.pathIsInput({ target, path: name }).at(undefined));
    const other = claims.claim(place.path, target);
    if (other) {
      const params = { target, path: name, other: places.name(other.path), otherTarget: other.target };
      return refuse(problems.pathCollision(params).at(undefined));
    }
    return [{ ...place, file, name }];
  });
  return { places, out: outName, files: placed, diagnostics };
}

interface Claim {
  readonly path: string;
  readonly target: string;
  readonly isFile: boolean;
}

/** Remembers which paths are taken, as a file system would that ignores case and composes characters. */
function createClaims(): { readonly claim: (path: string, target: string) => Claim | undefined } {
  const claims = new Map<string, Claim>();
  const folders = new Set<string>();
  const claimFolder = (path: string, target: string): Claim | undefined => {
    if (folders.has(path) || path === dirname(path)) return undefined;
    const folded = foldName(path);
    const taken = claims.get(folded);
    if (taken) return taken;
    claims.set(folded, { path, target, isFile: false });
    folders.add(path);
    return claimFolder(dirname(path), target);
  };
  return {
    claim: (path, target) => {
      const folded = foldName(path);
      const taken = claims.get(folded) ?? claimFolder(dirname(path), target);
      if (!taken) claims.set(folded, { path, target, isFile: true });
      return taken;
    },
  };
}
