import { join } from "node:path";
import { problems } from "../diagnostics.ts";
import { lookIfThere } from "./durable.ts";
import type { FileSystem } from "./file-system.ts";
import type { Known, Section } from "./manifest.ts";
import type { Placement } from "./output-files.ts";
import { onDisk, type Decision, type WriteRequest } from "./decision.ts";
import { foldName, pathFault } from "./safe-path.ts";

/**
 * Files that an earlier run made below the same output folder and that this one does not make any more.
 * Only of targets that ran in full: a narrowed run says nothing about the files of others.
 */
export function staleFiles(
  fs: FileSystem,
  {
    section,
    placement,
    request,
  }: { readonly section: Section; readonly placement: Placement; readonly request: WriteRequest },
): readonly Decision[] {
  const { complete } = request;
  const below = placement.out === "" ? "" : `${placement.out}/`;
  const made = new Set(placement.files.map((one) => one.name));
  const gone = [...section]
    .filter(([target]) => complete === "all" || complete.includes(target))
    .flatMap(([target, files]) => [...files].map(([name, known]) => ({ target, name, known })))
    .filter(
      ({ name }) => name.startsWith(below) && pathFault(name.slice(below.length)) === undefined && !made.has(name),
    );
  if (gone.length === 0) return [];
  const folded = new Map(placement.files.map((one) => [foldName(one.path), one.path]));
  return gone.flatMap((one) => decide(fs, one, placement, folded, request.force ?? false));
}

function decide(
  fs: FileSystem,
  { target, name, known }: { readonly target: string; readonly name: string; readonly known: Known },
  { places }: Placement,
  folded: ReadonlyMap<string, string>,
  force: boolean,
): readonly Decision[] {
  const forget: Decision = { target, name, status: "stale" };
  if (known.scaffold) return [];
  const place = places.of(join(places.root, name));
  // Whatever lies there now behind a link, or outside, is nothing that this project may delete.
  if ("fault" in place) return [forget];
  const before = onDisk(fs, place);
  if (!before) return [forget];
  const twin = folded.get(foldName(place.path));
  // On a file system that ignores case this is the very file that is written under its new spelling.
  if (twin !== undefined && lookIfThere(fs, twin)?.identity === before.identity) return [forget];
  if (before.sha256 !== known.sha256 && !force) {
    const conflict = problems.staleEdited({ path: name }).at({ file: name, start: 0, end: 0 });
    return [{ target, name, status: "edited", known, conflict }];
  }
  return [{ target, name, status: "stale", change: { name, path: place.path, device: place.device, before } }];
}
