import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A lock must outlive a failover, or what is locked must refuse the old holder: Redis copies a lock after it was given. */
export const lockLostInFailover = rule("lock-lost-in-failover", "distributed_lock", (block) => {
  const { provider, fencing } = block;
  if ((provider !== "redis" && provider !== "redis_cluster") || fencing === true) return;
  return dataProblems.lockLostInFailover({ provider }).at(spanOf(block, "provider"));
});
