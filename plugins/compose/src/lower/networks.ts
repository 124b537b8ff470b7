import { combine, map, type Traced } from "@dpm/print";
import { decided } from "@dpm/core";
import type { Service } from "../model.ts";
import type { Block, Deployed } from "../services.ts";
import type { On } from "./context.ts";
import { items } from "./items.ts";

/** The networks of each block. */
export type Joined = ReadonlyMap<Block, readonly Traced<string>[]>;

export function blockNetworks(blocks: readonly Block[], on: On): Joined {
  return new Map(blocks.map((block) => [block, items(block, "networks", on)]));
}

/** What a service joins: what it names; else the networks of every block that names it; with `[]` none at all. */
export function networksOf(
  { written, places }: Deployed,
  joined: Joined,
  on: On,
): Pick<Service, "networks" | "networkMode"> {
  const own = on.exact(written, "networks");
  if (own?.value.length === 0) return { networks: [], networkMode: map(own, () => "none") };
  if (own) return { networks: once(own.value.map((name) => map(own, () => name))) };
  const perBlock = places.map(({ block }) => joined.get(block) ?? []);
  if (perBlock.every((list) => list.length === 0)) return { networks: [] };
  // Who joins a named network leaves the default one, in which the services of a block without networks are.
  const standing = perBlock.some((list) => list.length === 0)
    ? [decided("joined by blocks that name no network", "default")]
    : [];
  return { networks: once([...standing, ...perBlock.flat()]) };
}

/** Each name once, from all its places. */
export function once(all: readonly Traced<string>[]): readonly Traced<string>[] {
  return [...Map.groupBy(all, ({ value }) => value)].map(([name, same]) => combine(same, () => name));
}
