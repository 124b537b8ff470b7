import { map, type Traced } from "@dpm/print";
import { spanOf, wordsOf, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Project, Service } from "../model.ts";
import type { Block, Context, Refuse, WrittenService } from "./context.ts";
import { checkDependencies } from "./dependencies.ts";
import { service } from "./service.ts";

/** All `deploy_docker_compose` blocks as one project; a service that several blocks name is one service. */
export function project(context: Context): { readonly project: Project; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const refuse: Refuse = (one) => diagnostics.push(one);
  const lowered = context.blocks("deploy_docker_compose").flatMap((block) => lowerBlock(block, context, refuse));
  const groups = [...Map.groupBy(lowered, ({ written }) => written.name).values()];
  checkDependencies(groups.flatMap((group) => described(group, refuse)?.written ?? []), networkNames(lowered), refuse);
  const services = groups.map(join);
  const networks = unique(lowered.flatMap(({ joined }) => joined));
  const volumes = unique(services.flatMap((one) => one.volumes.flatMap(namedVolume)));
  return { project: { services, networks, volumes }, diagnostics };
}

/** A service as one block describes it. */
interface Lowered {
  readonly written: WrittenService;
  readonly joined: readonly Traced<string>[];
  readonly made: Service;
}

function lowerBlock(block: Block, context: Context, refuse: Refuse): readonly Lowered[] {
  const { on } = context;
  on.byDefault(block, "calls");
  const list = on.exact(block, "networks");
  const joined = list ? list.value.map((name) => map(list, () => name)) : [];
  const own = block.services.find((one) => one.name === block.name) ?? block.services.find((one) => wordsOf(one.name) === wordsOf(block.name));
  if (!own) refuseOwnerless(block, refuse);
  return block.services.map((written) => ({ written, joined, made: service({ block, written, isOwn: written === own, joined }, context, refuse) }));
}

/** What a block sets for its own service needs one. */
function refuseOwnerless(block: Block, refuse: Refuse): void {
  for (const field of ["volumes", "environment"] as const) {
    if (block[field] === undefined) continue;
    refuse(problems.noOwnService({ block: block.name, what: `\`${field}\``, service: wordsOf(block.name).replaceAll(" ", "-") }).at(spanOf(block, field)));
  }
}

/** The one description of a service among the places that only name it. */
function described(group: readonly Lowered[], refuse: Refuse): Lowered | undefined {
  const full = group.filter(({ written }) => !isBare(written));
  const [first, second] = full;
  if (first && second) {
    const related = [{ message: "first described here", span: spanOf(first.written, "name") }];
    refuse(problems.serviceTwice({ service: second.written.name }).at(spanOf(second.written, "name"), { related }));
  }
  return first ?? group[0];
}

function isBare(written: WrittenService): boolean {
  return Object.keys(written).every((key) => key === "name");
}

/** A service joins the networks of every block that names it; all else comes from the one description. */
function join(group: readonly Lowered[]): Service {
  const full = group.find(({ written }) => !isBare(written)) ?? group[0];
  if (!full) throw new Error("a service that no block names");
  const own = group.find(({ made }) => made.volumes.length > 0 || made.environment.length > 0)?.made ?? full.made;
  const names = group.map(({ made }) => made.name);
  return {
    ...full.made,
    name: names[0] ?? full.made.name,
    ...(full.made.volumes.length === 0 && { volumes: own.volumes }),
    ...(full.made.environment.length === 0 && { environment: own.environment }),
    networks: full.written.networks ? full.made.networks : unique(group.flatMap(({ made }) => made.networks)),
  };
}

function networkNames(lowered: readonly Lowered[]): ReadonlySet<string> {
  return new Set(lowered.flatMap(({ joined }) => joined.map((one) => one.value)));
}

function namedVolume(volume: Service["volumes"][number]): readonly Traced<string>[] {
  const { type, source } = volume.value;
  return type === "volume" && source !== undefined ? [map(volume, () => source)] : [];
}

function unique(names: readonly Traced<string>[]): readonly Traced<string>[] {
  return [...new Map(names.toReversed().map((one) => [one.value, one])).values()].toReversed();
}
