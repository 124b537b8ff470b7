import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A Redis Cluster has hash slots and no other way to spread keys. */
export const shardingFixed = rule("sharding-fixed", "distributed_cache", ({ provider, sharding }) => {
  const strategy = sharding?.strategy;
  if (provider !== "redis_cluster" || !sharding || strategy === undefined || strategy === "hash_slots") return;
  return kindProblems.shardingFixed({ strategy }).at(spanOf(sharding, "strategy"));
});
