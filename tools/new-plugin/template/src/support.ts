import type { Possible, Support } from "@dpm/core";

const exact: Possible = ["exact"];
const notYet: Possible = ["impossible"];

/** What may become of each field. A field that is missing here does not compile. */
export const support: Support = {
  load_balancer: {
    layer: "gateway",
    fields: {
      servers: { host: exact, port: exact, weight: exact, backup: notYet },
      strategy: notYet,
      hashKey: notYet,
      hashHeader: notYet,
      healthCheck: notYet,
      sessionAffinity: notYet,
      rateLimiting: notYet,
      failover: notYet,
      ejection: notYet,
      listen: exact,
      calls: notYet,
    },
  },
};
