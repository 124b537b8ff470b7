import { spanOf, type Diagnostic, type Span } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import { parsePort } from "../forms/port.ts";
import type { PublishedPort } from "../model.ts";
import type { Deployed } from "../services.ts";

/** Each port is one, and no two containers of a host publish the same. */
export function publishedPorts(services: readonly Deployed[]): readonly Diagnostic[] {
  const all = services.flatMap(portsOf);
  const wrong = all.flatMap(({ port, text, place }) => (port ? [] : [problems.badPort({ port: text }).at(place)]));
  const groups = [...Map.groupBy(all, ({ service, port }) => port?.published?.low ?? service).values()];
  return [...wrong, ...groups.flatMap(twice), ...services.flatMap(sharedByReplicas)];
}

function twice(uses: readonly Use[]): readonly Diagnostic[] {
  return uses.flatMap((one, index) => {
    const first = uses.slice(0, index).find((other) => collide(one, other));
    if (!first) return [];
    const related = [{ message: phrases.firstPublished(), span: first.place }];
    const params = { port: published(one), first: first.service, second: one.service };
    return [problems.portTwice(params).at(one.place, { related })];
  });
}

interface Use {
  readonly service: string;
  readonly text: string;
  readonly port: PublishedPort | undefined;
  readonly place: Span | undefined;
}

function portsOf({ name, written: { ports = [] } }: Deployed): readonly Use[] {
  return ports.map((text, index) => ({
    service: name,
    text,
    port: parsePort(text),
    place: spanOf(ports, String(index)),
  }));
}

/** Of a range the engine takes a port that is free, so only single ports collide, and what is said twice of one service. */
function collide(one: Use, other: Use): boolean {
  if (!one.port || !other.port || one.port.protocol !== other.port.protocol) return false;
  if (one.service === other.service && one.text === other.text) return true;
  const [port, taken] = [singlePort(one.port), singlePort(other.port)];
  return port !== undefined && port === taken && sameAddress(one.port.hostIp, other.port.hostIp);
}

function singlePort({ published: range }: PublishedPort): number | undefined {
  return range?.low === range?.high ? range?.low : undefined;
}

/** Without an address, and at `0.0.0.0` and `::`, every address of the host is meant. */
function sameAddress(one: string | undefined, other: string | undefined): boolean {
  const isAny = (address: string | undefined): boolean => [undefined, "0.0.0.0", "::"].includes(address);
  return isAny(one) || isAny(other) || one === other;
}

function published({ port, text }: Use): string {
  return String((port && singlePort(port)) ?? text);
}

function sharedByReplicas(service: Deployed): readonly Diagnostic[] {
  const { replicas = 1 } = service.written;
  return portsOf(service).flatMap(({ port, place }) => {
    const range = port?.published;
    if (!range || range.high - range.low + 1 >= replicas) return [];
    const wanted = `${range.low}-${range.low + replicas - 1}:${port.target}`;
    const params = { replicas, service: service.name, port: range.low, range: wanted };
    return [problems.replicasSharePort(params).at(place)];
  });
}
