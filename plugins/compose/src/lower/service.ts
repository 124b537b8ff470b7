import { map, type Traced } from "@dpm/print";
import { spanOf, take } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { images, isImage } from "../images.ts";
import type { Dependency, Service } from "../model.ts";
import type { Block, Context, Refuse, WrittenService } from "./context.ts";
import { environment } from "./environment.ts";
import { healthCheck } from "./health-check.ts";
import { artifactMounts, imageOfMount } from "./mounts.ts";
import { publishedPorts } from "./ports.ts";
import { limits } from "./resources.ts";
import { refuseText } from "./text.ts";
import { volumes } from "./volumes.ts";

export interface Place {
  readonly block: Block;
  readonly written: WrittenService;
  /** The component's own service: block-level environment, volumes and generated files are its. */
  readonly isOwn: boolean;
  readonly joined: readonly Traced<string>[];
}

/** One service of one block. */
export function service(place: Place, context: Context, refuse: Refuse): Service {
  const { block, written, isOwn, joined } = place;
  const { on } = context;
  const name = on.exact(written, "name");
  const build = on.exact(written, "build");
  const image = imageOf(place, context, refuse);
  const command = on.exact(written, "command");
  for (const [index, argument] of (written.command ?? []).entries()) refuseText(argument, spanOf(written.command ?? [], String(index)), refuse);
  const restart = on.exact(written, "restart");
  const replicas = on.exact(written, "replicas");
  const check = healthCheck(written, on, refuse);
  const own = on.exact(written, "networks");
  return {
    name,
    ...(image && { image }),
    ...(build && { build }),
    ...(command && { command }),
    environment: environment(block, written, isOwn, on, refuse),
    ports: publishedPorts(written, on, refuse),
    volumes: [...volumes(written, on, refuse), ...(isOwn ? [...volumes(block, on, refuse), ...artifactMounts(block, context)] : [])],
    networks: own ? own.value.map((one) => map(own, () => one)) : joined,
    dependsOn: dependencies(written, block, on),
    ...(restart && { restart: map(restart, (value) => value.replaceAll("_", "-")) }),
    ...(check && { healthCheck: check }),
    ...(replicas && { replicas }),
    ...limits(written, on),
  };
}

/** What it runs: the written image or build folder, what the generated file in it needs, the catalogue, else a guess that is said. */
function imageOf({ block, written, isOwn }: Place, context: Context, refuse: Refuse): Traced<string> | undefined {
  const { on, target } = context;
  const image = on.exact(written, "image");
  if (image) {
    if (!isImage(image.value)) refuse(problems.badImage({ image: image.value }).at(spanOf(written, "image")));
    return image;
  }
  if (written.build !== undefined) return undefined;
  const { name } = written;
  const chosen = target.options.images;
  const known = chosen && Object.hasOwn(chosen, name) ? chosen[name] : undefined;
  const needed = known ?? (isOwn ? imageOfMount(block, context) : undefined) ?? (Object.hasOwn(images, name) ? images[name] : undefined);
  if (needed !== undefined) return map(take(written, "name"), () => needed);
  const guess = `${name.toLowerCase()}:latest`;
  refuse(problems.imageMissing({ service: name, image: guess }).at(spanOf(written, "name")));
  return map(take(written, "name"), () => guess);
}

/** A service waits until another is well where that one has a check, else until it has started. */
function dependencies(written: WrittenService, { services }: Block, on: Context["on"]): readonly Traced<Dependency>[] {
  const list = on.exact(written, "dependsOn");
  if (!list) return [];
  return list.value.map((name) => {
    const check = services.find((one) => one.name === name)?.healthCheck;
    const healthy = check?.enabled && (check.test !== undefined || check.path !== undefined);
    return map(list, () => ({ service: name, condition: healthy ? "service_healthy" : "service_started" }));
  });
}

