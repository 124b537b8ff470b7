import { spanOf, type Diagnostic } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
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
  const started = startable(services);
  const isStuck = (name: string): boolean => services.has(name) && !started.has(name);
  // Who never gets a turn waits for one who never does either, so this way comes back to itself.
  const way = new Set<string>();
  let at = [...services.keys()].find(isStuck);
  while (at !== undefined && !way.has(at)) {
    way.add(at);
    at = services.get(at)?.written.dependsOn?.find(isStuck);
  }
  return at === undefined ? [] : [...way].slice([...way].indexOf(at));
}

/** The services that start when each starts after those that it waits for. */
function startable(services: ReadonlyMap<string, Deployed>): ReadonlySet<string> {
  const waiting = [...services.values()].flatMap(({ name, written }) =>
    [...new Set(written.dependsOn)].filter((other) => services.has(other)).map((other) => ({ name, other })),
  );
  const waiters = Map.groupBy(waiting, ({ other }) => other);
  const left = new Map([...Map.groupBy(waiting, ({ name }) => name)].map(([name, all]) => [name, all.length]));
  const ready = [...services.keys()].filter((name) => !left.has(name));
  // The list grows while it is gone through.
  for (const started of ready) {
    for (const { name } of waiters.get(started) ?? []) {
      const rest = (left.get(name) ?? 0) - 1;
      left.set(name, rest);
      if (rest === 0) ready.push(name);
    }
  }
  return new Set(ready);
}

/** A service that several blocks name is described by one of them. */
export function describedOnce({ name: service, places }: Deployed): readonly Diagnostic[] {
  const [first, ...others] = places.map(({ written }) => written).filter(isDescribed);
  const related = first ? [{ message: phrases.firstDescribed(), span: spanOf(first, "name") }] : [];
  return others.map((one) => problems.serviceTwice({ service }).at(spanOf(one, "name"), { related }));
}
