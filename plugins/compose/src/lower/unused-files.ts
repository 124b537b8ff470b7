import { serviceNameOf, spanOf, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { parseMount } from "../forms/mount.ts";
import { ownService, type Block, type Deployed } from "../services.ts";
import type { Context } from "./context.ts";
import { generatedFor } from "./mounts.ts";

/** Generated files of components that run here, and that no container reads. */
export function unusedFiles(
  services: readonly Deployed[],
  blocks: readonly Block[],
  context: Context,
): readonly Diagnostic[] {
  return [
    ...services.flatMap((service) => overridden(service, context)),
    ...blocks.filter((block) => !ownService(block)).flatMap((block) => homeless(block, context)),
  ];
}

function overridden(service: Deployed, context: Context): readonly Diagnostic[] {
  const files = generatedFor(service, context);
  if (files.length === 0) return [];
  const { root } = context.target.options;
  const own = [service.written, ...service.owners].flatMap(({ volumes = [] }) =>
    volumes.map((text, index) => ({ path: parseMount(text, root)?.target, place: spanOf(volumes, String(index)) })),
  );
  return files.flatMap(({ target, path, mount }) => {
    const found = own.find((one) => one.path === mount.path);
    if (!found) return [];
    const params = { file: `${target}/${path}`, service: service.name, path: mount.path };
    return [problems.mountOverridden(params).at(found.place)];
  });
}

function homeless(block: Block, { generated }: Context): readonly Diagnostic[] {
  return (generated.get(block.name) ?? []).map(({ target, path }) => {
    const params = { file: `${target}/${path}`, block: block.name, service: serviceNameOf(block.name) };
    return problems.mountNowhere(params).at(spanOf(block));
  });
}
