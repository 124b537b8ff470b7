import type { Traced } from "@dpm/print";

/** A pool of servers, in __target__'s own words. Every value knows where it came from. */
export interface Pool {
  readonly listen: Traced<number>;
  readonly servers: readonly PoolServer[];
}

export interface PoolServer {
  readonly host: Traced<string>;
  readonly port?: Traced<number>;
  readonly weight: Traced<number>;
}
