import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** No lag has a bound where nodes are cut off: `max_replication_lag` is not asked for in `network_partition`. */
export const lagInPartition = rule(
  "lag-in-partition",
  "verify_consistency",
  ({ constraints, scenarios }, component) => {
    const lag = constraints?.maxReplicationLag;
    const split = scenarios?.some((one) => one.name === "network_partition");
    // Where every partition stops the component nobody falls behind anybody.
    const stops = facet(component, "consistency")?.networkPartition?.tolerance === "none";
    if (!constraints || lag === undefined || split !== true || stops) return;
    return dataProblems.lagInPartition({ lag: printDuration(lag) }).at(spanOf(constraints, "maxReplicationLag"));
  },
);
