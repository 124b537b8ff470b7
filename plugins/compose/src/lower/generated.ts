import type { Mount, TargetArtifact } from "@dpm/core";

/** A file that an engine's target made for a component, and where the engine reads it. */
export interface Generated {
  readonly target: string;
  readonly path: string;
  readonly mount: Mount;
}

/** The files that are read in a container, by component. */
export function byComponent(artifacts: readonly TargetArtifact[]): ReadonlyMap<string, readonly Generated[]> {
  const mounted = artifacts.flatMap(({ target, path, mount }) => (mount ? [{ target, path, mount }] : []));
  return Map.groupBy(mounted, ({ mount }) => mount.component);
}
