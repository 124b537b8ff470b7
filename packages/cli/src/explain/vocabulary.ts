import { blockKinds, type BlockKind, type TargetInput } from "@dpm/core";
import { load, type LoadOptions } from "@dpm/workspace";
import { ownTargets } from "../init/targets.gen.ts";

/** What can be asked of here: every kind, and the targets that may take it. */
export interface Vocabulary {
  readonly kinds: readonly BlockKind[];
  readonly targets: readonly TargetInput[];
}

/** dpm's kinds and those of the configured plugins. The targets are the configured ones; where there are none, dpm's own as far as they are installed. */
export async function vocabulary(options: LoadOptions): Promise<Vocabulary> {
  const { input, plugins } = await load({ ...options, files: [] });
  const configured = input?.targets ?? plugins.map(({ plugin }) => ({ name: plugin.name, plugin }));
  const targets = configured.length > 0 ? configured : await installed(options);
  const brought = [...plugins.map(({ plugin }) => plugin), ...targets.map(({ plugin }) => plugin)];
  const kinds = [...blockKinds, ...brought.flatMap((plugin) => plugin.kinds ?? [])];
  return { kinds: kinds.filter((kind, index) => kinds.findIndex((one) => one.kind === kind.kind) === index), targets };
}

/** One by one: a target that is not installed must not hide the others. */
async function installed(options: LoadOptions): Promise<readonly TargetInput[]> {
  const loaded = await Promise.all(ownTargets.map(({ name }) => load({ ...options, files: [], targets: [name] })));
  return loaded.flatMap(({ input }) => input?.targets ?? []);
}
