import { decided, originOf, serviceNameOf, spanOf, take, type Diagnostic, type Placement } from "@dpm/core";
import type { Traced } from "@dpm/print";
import { phrases, problems } from "../diagnostics.ts";
import { images } from "../images.ts";
import type { Deployed, WrittenService } from "../services.ts";
import type { Context } from "./context.ts";
import { generatedFor } from "./mounts.ts";

export interface Image {
  /** Absent where it is built and has no name of its own. */
  readonly image?: Traced<string>;
  /** The warning where it is a guess. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * What a service runs: the written image, else what is built, else the configured image of its name, the image of the
 * engine whose file it reads, the catalogue's; when all are silent a guess, and a warning that says so.
 */
export function imageOf(service: Deployed, context: Context): Image {
  const { name, written } = service;
  const image = context.on.exact(written, "image") ?? knownImage(service, context);
  if (image) return { image, warnings: [] };
  if (written.build !== undefined) return { warnings: [] };
  const guess = `${serviceNameOf(name)}:latest`;
  return {
    image: decided("assumed: neither an image nor a folder is named", guess, take(written, "name")),
    warnings: [missingImage(written, guess)],
  };
}

function knownImage(service: Deployed, context: Context): Traced<string> | undefined {
  const { name, written } = service;
  if (written.build !== undefined) return undefined;
  const configured = context.target.options.images;
  if (configured && Object.hasOwn(configured, name)) return take(configured, name);
  for (const { target, mount } of generatedFor(service, context)) {
    if (mount.image !== undefined)
      return decided(`runs what target ${target} makes`, mount.image, take(written, "name"));
  }
  const pinned = images.get(name);
  return pinned === undefined
    ? undefined
    : decided("pinned by dpm for a service of this name", pinned, take(written, "name"));
}

function missingImage(written: WrittenService, image: string): Diagnostic {
  const folder = `./${serviceNameOf(written.name)}`;
  const fixes = [`image: "${image}"`, `build: "${folder}"`].flatMap((field) => addField(written, field));
  return problems.imageMissing({ service: written.name, image, folder }).at(spanOf(written, "name"), { fixes });
}

/** A further field of a service; one that is only named becomes an object. */
function addField(written: WrittenService, field: string): NonNullable<Placement["fixes"]> {
  const [whole, name] = [originOf(written), originOf(written, "name")];
  if (whole?.kind !== "written" || name?.kind !== "written") return [];
  const isBare = whole.span.start === name.span.start;
  const edit = isBare
    ? { span: whole.span, text: `{ name: "${written.name}", ${field} }` }
    : { span: { ...name.span, start: name.span.end }, text: `, ${field}` };
  return [{ title: phrases.add({ field }), edits: [edit] }];
}
