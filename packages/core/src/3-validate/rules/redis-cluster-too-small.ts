import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A Redis Cluster has at least three masters, each with its copies on nodes of their own: n >= 3 · `factor`. */
export const redisClusterTooSmall = rule("redis-cluster-too-small", "distributed_cache", (block) => {
  const nodes = block.nodes?.length;
  const factor = block.replication?.factor ?? 1;
  if (block.provider !== "redis_cluster" || nodes === undefined || nodes >= 3 * factor) return;
  const params = { nodes, factor, needed: 3 * factor, fits: Math.floor(nodes / 3) };
  return dataProblems
    .redisClusterTooSmall(params)
    .at(spanOf(block, "nodes"), { help: params.fits > 0 ? "either" : "nodes" });
});
