import { decided } from "@dpm/core";
import type { Traced } from "@dpm/print";
import { parseMount } from "../forms/mount.ts";
import type { Volume } from "../model.ts";
import type { Deployed } from "../services.ts";
import type { Context } from "./context.ts";
import type { Generated } from "./generated.ts";
import { items, understood } from "./items.ts";

/** The mounts of a service: its own, those of the blocks whose own service it is, and the files that engines made for it. */
export function mounts(service: Deployed, context: Context): readonly Traced<Volume>[] {
  const { on, target } = context;
  const texts = [service.written, ...service.owners].flatMap((holder) => items(holder, "volumes", on));
  const written = understood(texts, (text) => parseMount(text, target.options.root));
  return [...written, ...mountedFor(service, context).map(generatedMount)];
}

/** The generated files that a service mounts: those in whose place it mounts nothing of its own. */
export function mountedFor(service: Deployed, context: Context): readonly Generated[] {
  const { root } = context.target.options;
  const texts = [service.written, ...service.owners].flatMap(({ volumes = [] }) => volumes);
  const taken = new Set(texts.map((text) => parseMount(text, root)?.target));
  return generatedFor(service, context).filter(({ mount }) => !taken.has(mount.path));
}

/** The files that are read in this service's container. */
export function generatedFor({ owners }: Deployed, { generated }: Context): readonly Generated[] {
  return owners.flatMap(({ name }) => generated.get(name) ?? []);
}

/** The folders of the targets lie side by side. */
function generatedMount({ target, path, mount }: Generated): Traced<Volume> {
  const where = { target: mount.path, readOnly: true, mustExist: true };
  return decided(`what target ${target} makes for ${mount.component}`, {
    type: "bind",
    source: `../${target}/${path}`,
    ...where,
  });
}
