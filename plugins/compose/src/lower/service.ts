import { rawOf } from "@dpm/core";
import { combine, map, type Traced } from "@dpm/print";
import { parseBuild } from "../forms/folder.ts";
import { parsePort } from "../forms/port.ts";
import type { Dependency, Service } from "../model.ts";
import type { Deployed, WrittenService } from "../services.ts";
import type { Context, On } from "./context.ts";
import { environment } from "./environment.ts";
import { healthCheck } from "./health-check.ts";
import { items, understood } from "./items.ts";
import { mounts } from "./mounts.ts";
import { networksOf, once, type Joined } from "./networks.ts";
import { resources } from "./resources.ts";

/** What a service needs to know of the others. */
export interface Around {
  /** The services that have a check. */
  readonly isChecked: ReadonlySet<string>;
  readonly joined: Joined;
}

/** One service of the project: https://docs.docker.com/reference/compose-file/services/ */
export function service(
  deployed: Deployed,
  image: Service["image"],
  { isChecked, joined }: Around,
  context: Context,
): Service {
  const { written, places } = deployed;
  const { on, target } = context;
  const { name } = deployed;
  const build = on.exact(written, "build");
  const command = on.exact(written, "command");
  const restart = on.exact(written, "restart");
  const replicas = on.exact(written, "replicas");
  const check = healthCheck(written, on);
  return {
    name: combine(
      places.map((place) => on.exact(place.written, "name")),
      () => name,
    ),
    ...(image && { image }),
    ...(build && { build: map(build, (folder) => parseBuild(folder, target.options.root) ?? folder) }),
    ...(command && { command }),
    environment: environment(deployed, on),
    ports: understood(items(written, "ports", on), parsePort),
    volumes: mounts(deployed, context),
    ...networksOf(deployed, joined, on),
    dependsOn: dependencies(written, isChecked, on),
    ...(restart && { restart: map(restart, (value) => value.replaceAll("_", "-")) }),
    ...(check && { healthCheck: check }),
    ...(replicas && { replicas }),
    ...resources(written, on),
    raw: deployed.owners.flatMap((block) => rawOf(block, target.name) ?? []),
  };
}

/** A service waits until another is well where that one has a check, else until it has started. */
function dependencies(written: WrittenService, isChecked: ReadonlySet<string>, on: On): readonly Traced<Dependency>[] {
  return once(items(written, "dependsOn", on)).map((other) =>
    map(other, (name) => ({ service: name, condition: isChecked.has(name) ? "service_healthy" : "service_started" })),
  );
}
