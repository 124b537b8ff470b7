import { decided, originOf, serviceNameOf, spanOf, take, type Diagnostic, type Fix } from "@dpm/core";
import type { Traced } from "@dpm/print";
import { problems } from "../diagnostics.ts";
import { images } from "../images.ts";
import type { Deployed, WrittenService } from "../services.ts";
import type { Context } from "./context.ts";
import { generatedFor } from "./mounts.ts";

/**
 * What a service runs: the written image, else what is built, else the configured image of its name, the image of the
 * engine whose file it reads, the catalogue's; when all are silent a guess, and a warning that says so.
 */
export function imageOf(service: Deployed, context: Context): Traced<string> | undefined {
  const { name, written } = service;
  const image = context.on.exact(written, "image");
  if (image || written.build !== undefined) return image;
  const configured = context.target.options.images;
  if (configured && Object.hasOwn(configured, name)) return take(configured, name);
  const mounted = generatedFor(service, context).find(({ mount }) => mount.image !== undefined);
  if (mounted?.mount.image !== undefined) {
    return decided(`runs what target ${mounted.target} makes`, mounted.mount.image, take(written, "name"));
  }
  const known = images.get(name);
  if (known !== undefined) return decided("pinned by dpm for a service of this name", known, take(written, "name"));
  return decided("assumed: neither an image nor a folder is named", guessed(service), take(written, "name"));
}

/** The warning of a guess, with a fix for each way out. */
export function missingImage(service: Deployed, image: Traced<string> | undefined): readonly Diagnostic[] {
  const { name, written } = service;
  if (written.image !== undefined || image?.value !== guessed(service)) return [];
  const folder = `./${serviceNameOf(name)}`;
  const fixes = [`image: "${image.value}"`, `build: "${folder}"`].flatMap((field) => addField(written, field));
  return [problems.imageMissing({ service: name, image: image.value, folder }).at(spanOf(written, "name"), { fixes })];
}

function guessed({ name }: Deployed): string {
  return `${serviceNameOf(name)}:latest`;
}

/** A further field of a service; one that is only named becomes an object. */
function addField(written: WrittenService, field: string): readonly Fix[] {
  const [whole, name] = [originOf(written), originOf(written, "name")];
  if (whole?.kind !== "written" || name?.kind !== "written") return [];
  const isBare = whole.span.start === name.span.start;
  const edit = isBare
    ? { span: whole.span, text: `{ name: "${written.name}", ${field} }` }
    : { span: { ...name.span, start: name.span.end }, text: `, ${field}` };
  return [{ title: `add \`${field}\``, edits: [edit] }];
}
