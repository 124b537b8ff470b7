import type { Diagnostic, ValidateContext } from "@dpm/core";
import { dependencies, describedOnce } from "./check/dependencies.ts";
import { health } from "./check/health.ts";
import { configuredImages, imageAndBuild } from "./check/images.ts";
import { mounts, ownerless } from "./check/mounts.ts";
import { networks } from "./check/networks.ts";
import { publishedPorts } from "./check/ports.ts";
import { resources } from "./check/resources.ts";
import { command } from "./check/texts.ts";
import { suppliedApart, variables } from "./check/variables.ts";
import type { Options } from "./options.ts";
import { deployed } from "./services.ts";

/** What the Compose loader refuses, what it takes in silence but no engine can run, and what would not come back exactly. */
export function refusals(context: ValidateContext<Options>): readonly Diagnostic[] {
  const { options } = context.target;
  const blocks = context.blocks("deploy_docker_compose");
  const services = deployed(blocks);
  return [
    ...configuredImages(options),
    ...blocks.flatMap(ownerless),
    ...services.flatMap((service) => [
      ...describedOnce(service),
      ...imageAndBuild(service.written, options),
      ...command(service.written),
      ...variables(service),
      ...mounts(service, options),
      ...health(service.written),
      ...resources(service.written),
    ]),
    ...suppliedApart(services),
    ...publishedPorts(services),
    ...networks(services, blocks),
    ...dependencies(services),
  ];
}
