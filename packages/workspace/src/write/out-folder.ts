import { relative, resolve, sep } from "node:path";
import type { Problem } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { contains } from "./places.ts";
import { pathFault } from "./safe-path.ts";

/** Why a folder cannot be the output folder, whatever lies on the disk. */
export function outProblem(
  root: string,
  { out, allowOutside = false }: { readonly out: string; readonly allowOutside?: boolean },
): Problem | undefined {
  const wanted = resolve(root, out);
  if (!contains(root, wanted)) return allowOutside ? undefined : problems.outOutside({ out });
  const name = nameFrom(root, wanted);
  const reason = name === "" ? undefined : pathFault(name);
  return reason === undefined ? undefined : problems.outUnsafe({ out, reason });
}

/** A folder as the user knows it: from the project's folder, with `/`, where it is inside; else as it is. */
export function nameFrom(root: string, path: string): string {
  return contains(root, path) ? relative(root, path).split(sep).join("/") : path;
}
