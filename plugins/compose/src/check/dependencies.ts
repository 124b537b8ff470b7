import { spanOf, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { isDescribed, type Deployed } from "../services.ts";

/** Services wait for services that exist, and not for each other. */
export function dependencies(services: readonly Deployed[]): readonly Diagnostic[] {
  const byName = new Map(services.map((one) => [one.name, one]));
  const unknown = services.flatMap(({ name, written: { dependsOn = [] } }) =>
    dependsOn.flatMap((other, index) =>
      byName.has(other) ? [] : [problems.unknownService({ service: name, other }).at(spanOf(dependsOn, String(index)))],
    ),
  );
  const [first, ...others] = findCycle(byName);
  const written = first === undefined ? undefined : byName.get(first)?.written;
  if (first === undefined || !written) return unknown;
  const cycle = [first, ...others, first].map((name) => `\`${name}\``).join(" → ");
  return [...unknown, problems.dependencyCycle({ cycle }).at(spanOf(written, "dependsOn"))];
}

/** The names of one cycle, each waiting for the next; empty when there is none. */
function findCycle(services: ReadonlyMap<string, Deployed>): readonly string[] {
  const done = new Set<string>();
  const walk = (name: string, path: readonly string[]): readonly string[] => {
    const at = path.indexOf(name);
    if (at >= 0) return path.slice(at);
    if (done.has(name)) return [];
    done.add(name);
    const next = services.get(name)?.written.dependsOn ?? [];
    return next.map((other) => walk(other, [...path, name])).find((cycle) => cycle.length > 0) ?? [];
  };
  return [...services.keys()].map((name) => walk(name, [])).find((cycle) => cycle.length > 0) ?? [];
}

/** A service that several blocks name is described by one of them. */
export function describedOnce({ name: service, places }: Deployed): readonly Diagnostic[] {
  const [first, ...others] = places.map(({ written }) => written).filter(isDescribed);
  const related = first ? [{ message: "first described here", span: spanOf(first, "name") }] : [];
  return others.map((one) => problems.serviceTwice({ service }).at(spanOf(one, "name"), { related }));
}
