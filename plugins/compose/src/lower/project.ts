import { map, type Traced } from "@dpm/print";
import { decided, serviceNameOf, take, type Diagnostic } from "@dpm/core";
import type { Project, Volume } from "../model.ts";
import { deployed, type Block } from "../services.ts";
import type { Context } from "./context.ts";
import { missingImage } from "./image.ts";
import { blockNetworks, once } from "./networks.ts";
import { service } from "./service.ts";
import { unusedFiles } from "./unused-files.ts";

/** All `deploy_docker_compose` blocks as one project, and what the user should know of it. */
export function project(
  blocks: readonly Block[],
  context: Context,
): { readonly project: Project; readonly diagnostics: readonly Diagnostic[] } {
  for (const block of blocks) context.on.byDefault(block, "calls");
  const services = deployed(blocks);
  const joined = blockNetworks(blocks, context.on);
  const checked = services.filter(({ written }) => written.healthCheck?.enabled).map(({ name }) => name);
  const isChecked = new Set(checked);
  const made = services.map((one) => ({ one, lowered: service(one, isChecked, joined, context) }));
  return {
    project: {
      name: projectName(blocks, context),
      services: made.map(({ lowered }) => lowered),
      networks: once([...joined.values()].flat()),
      volumes: once(made.flatMap(({ lowered }) => lowered.volumes.flatMap(named))),
    },
    diagnostics: [
      ...made.flatMap(({ one, lowered }) => missingImage(one, lowered.image)),
      ...unusedFiles(services, blocks, context),
    ],
  };
}

/** Without a name Compose takes the folder's, which is the same for every project that dpm writes. */
function projectName([first]: readonly Block[], { target }: Context): Traced<string> {
  const name = serviceNameOf(first?.name ?? "")
    .replace(/[^a-z0-9_-]+/g, "")
    .replace(/^[-_]+/, "");
  const chosen = take(target.options, "project");
  return chosen ?? decided("named after the first block's component", name === "" ? "dpm" : name);
}

function named(volume: Traced<Volume>): readonly Traced<string>[] {
  const { type, source } = volume.value;
  return type === "volume" && source !== undefined ? [map(volume, () => source)] : [];
}
