import { map, type Traced } from "@dpm/print";
import { decided, serviceNameOf, take, type Diagnostic } from "@dpm/core";
import type { Project, Volume } from "../model.ts";
import { deployed, ownService, type Block } from "../services.ts";
import type { Context } from "./context.ts";
import { imageOf } from "./image.ts";
import { blockNetworks, once } from "./networks.ts";
import { service } from "./service.ts";
import { unheardPorts } from "./unheard-ports.ts";
import { unusedFiles } from "./unused-files.ts";

/** All `deploy_docker_compose` blocks as one project, and what the user should know of it. */
export function project(
  blocks: readonly [Block, ...Block[]],
  context: Context,
): { readonly project: Project; readonly diagnostics: readonly Diagnostic[] } {
  for (const block of blocks) {
    context.on.byDefault(block, "calls");
    // What a block without a service of its own may set there is nothing: a check refuses the rest.
    if (!ownService(block)) for (const field of ["volumes", "environment"] as const) context.on.byDefault(block, field);
  }
  const services = deployed(blocks);
  const joined = blockNetworks(blocks, context.on);
  const checked = services.filter(({ written }) => written.healthCheck?.enabled);
  const around = { isChecked: new Set(checked.map(({ name }) => name)), joined };
  const images = services.map((one) => imageOf(one, context));
  const made = services.map((one, index) => service(one, images[index]?.image, around, context));
  return {
    project: {
      name: projectName(blocks[0], context),
      services: made,
      networks: once([...joined.values()].flat()),
      volumes: once(made.flatMap(({ volumes }) => volumes.flatMap(named))),
    },
    diagnostics: [
      ...images.flatMap(({ warnings }) => warnings),
      ...unusedFiles(services, blocks, context),
      ...unheardPorts(services, context),
    ],
  };
}

/** Without a name Compose takes the folder's, which is the same for every project that dpm writes. */
function projectName(first: Block, { target }: Context): Traced<string> {
  const name = serviceNameOf(first.name);
  return (
    take(target.options, "project") ?? decided("named after the first block's component", name, take(first, "name"))
  );
}

function named(volume: Traced<Volume>): readonly Traced<string>[] {
  const { type, source } = volume.value;
  return type === "volume" && source !== undefined ? [map(volume, () => source)] : [];
}
