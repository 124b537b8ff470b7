import { readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { suggest, type Diagnostic, type TargetArtifact } from "@dpm/core";
import type { Project } from "@dpm/workspace";
import { phrases } from "../phrases.ts";
import { problems } from "../diagnostics.ts";

/** A generated file that the user named. */
export interface Output {
  readonly artifact: TargetArtifact;
  /** As the writer names it, from the project's folder. */
  readonly name: string;
  /** Whether the file on disk says what would be generated now. */
  readonly isCurrent: boolean;
}

/** Finds the artifact: from the current folder, from the project's, or below the output folder. */
export function findOutput(
  file: string,
  artifacts: readonly TargetArtifact[],
  { root, out }: Project,
): Output | Diagnostic {
  const folder = resolve(root, out);
  const byPath = new Map(artifacts.map((artifact) => [resolve(folder, artifact.target, artifact.path), artifact]));
  const path = [resolve(file), resolve(root, file), resolve(folder, file)].find((one) => byPath.has(one));
  const artifact = path === undefined ? undefined : byPath.get(path);
  const names = new Map([...byPath.keys()].map((one) => [relative(root, one).split(sep).join("/"), one]));
  if (path === undefined || !artifact) {
    const near = suggest(relative(root, resolve(file)).split(sep).join("/"), names.keys()) ?? [...names.keys()][0];
    const example = near === undefined ? phrases.noExample() : `\`${near}\``;
    return problems.unknownOutput({ path: file, out, example }).at(undefined);
  }
  return {
    artifact,
    name: relative(root, path).split(sep).join("/"),
    isCurrent: textAt(path) === artifact.content.text,
  };
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
