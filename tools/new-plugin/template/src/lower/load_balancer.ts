import type { EmitContext, LoadBalancer } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Pool, PoolServer } from "../model.ts";
import type { Options } from "../options.ts";

type Ledger = EmitContext<Options>["on"];
type Server = NonNullable<LoadBalancer["servers"]>[number];

/** Lower one after the other, with the page of the engine's documentation that shows how, and give each its verdict. */
const notYet = [
  "strategy",
  "hashKey",
  "hashHeader",
  "healthCheck",
  "sessionAffinity",
  "rateLimiting",
  "failover",
  "ejection",
  "calls",
] as const;

/** A `load_balancer` block as a pool of servers. */
export function pool(block: LoadBalancer, { on }: EmitContext<Options>): Pool {
  for (const field of notYet) on.impossible(block, field, problems.notLowered({ field }));
  return { listen: on.exact(block, "listen"), servers: (block.servers ?? []).map((one) => server(one, on)) };
}

function server(one: Server, on: Ledger): PoolServer {
  on.impossible(one, "backup", problems.notLowered({ field: "backup" }));
  const port = on.exact(one, "port");
  return { host: on.exact(one, "host"), ...(port && { port }), weight: on.exact(one, "weight") };
}
