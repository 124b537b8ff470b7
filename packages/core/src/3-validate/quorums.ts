import type { Consistency } from "../blocks/consistency.ts";
import { facet, type Component } from "../2-normalize/model.ts";

type Level = NonNullable<NonNullable<Consistency["dataReplication"]>["consistencyLevel"]>;

/** The smallest number of nodes of which every two sets have one in common. */
export function majorityOf(nodes: number): number {
  return Math.floor(nodes / 2) + 1;
}

/** Whether a majority decides, whatever else is written. */
export function isConsensus({ type }: Consistency): boolean {
  return type === "raft" || type === "paxos";
}

/** Whether an acknowledged write may not be lost and everybody sees the writes in one order. */
export function isStrict(level: Level | undefined): boolean {
  return level === "linearizable" || level === "sequential";
}

/** Whether readers may be behind, by what the block says itself. */
export function isLoose(level: Level | undefined): boolean {
  return level !== undefined && !isStrict(level);
}

/** The component's protocol, where a majority decides in it. */
export function consensusOf(component: Component): Consistency | undefined {
  const block = facet(component, "consistency");
  return block && isConsensus(block) ? block : undefined;
}
