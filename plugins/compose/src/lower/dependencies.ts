import { spanOf } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Refuse, WrittenService } from "./context.ts";

/** Services wait for services that exist, not for each other, and join networks that exist. */
export function checkDependencies(services: readonly WrittenService[], networks: ReadonlySet<string>, refuse: Refuse): void {
  const byName = new Map(services.map((one) => [one.name, one]));
  for (const one of services) {
    for (const [index, other] of (one.dependsOn ?? []).entries()) {
      if (!byName.has(other)) refuse(problems.unknownService({ service: one.name, other }).at(spanOf(one.dependsOn ?? [], String(index))));
    }
    for (const [index, network] of (one.networks ?? []).entries()) {
      if (!networks.has(network)) refuse(problems.unknownNetwork({ service: one.name, network }).at(spanOf(one.networks ?? [], String(index))));
    }
  }
  const cycle = findCycle(byName);
  const [first] = cycle;
  const one = first === undefined ? undefined : byName.get(first);
  if (one) refuse(problems.dependencyCycle({ cycle: [...cycle, one.name].join(" → ") }).at(spanOf(one, "dependsOn")));
}

/** The names of one cycle, each waiting for the next; empty when there is none. */
function findCycle(services: ReadonlyMap<string, WrittenService>): readonly string[] {
  const done = new Set<string>();
  const walk = (name: string, path: readonly string[]): readonly string[] => {
    const at = path.indexOf(name);
    if (at >= 0) return path.slice(at);
    if (done.has(name)) return [];
    const found = (services.get(name)?.dependsOn ?? []).map((other) => walk(other, [...path, name])).find((cycle) => cycle.length > 0);
    done.add(name);
    return found ?? [];
  };
  return [...services.keys()].map((name) => walk(name, [])).find((cycle) => cycle.length > 0) ?? [];
}
