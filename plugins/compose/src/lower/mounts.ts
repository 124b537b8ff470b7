import { decided, type TargetArtifact } from "@dpm/core";
import type { Traced } from "@dpm/print";
import type { Volume } from "../model.ts";
import type { Block, Context } from "./context.ts";

/** The files that engines made for the block's component, where their engines read them. Targets' folders lie side by side. */
export function artifactMounts(block: Block, context: Context): readonly Traced<Volume>[] {
  return mountedFor(block, context).map(({ target, path, mount }) => {
    const volume: Volume = { type: "bind", source: `../${target}/${path}`, target: mount?.path ?? "", readOnly: true };
    return decided(`the file that target ${target} makes for ${block.name}`, volume);
  });
}

/** The image that runs the engine whose file is mounted. */
export function imageOfMount(block: Block, context: Context): string | undefined {
  return mountedFor(block, context).find((one) => one.mount?.image !== undefined)?.mount?.image;
}

function mountedFor(block: Block, { artifacts }: Context): readonly TargetArtifact[] {
  return artifacts.filter((one) => one.mount?.component === block.name);
}
