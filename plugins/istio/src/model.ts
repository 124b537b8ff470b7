import type { Traced, TracedTree } from "@dpm/print";

/**
 * What the mesh is told of one service, in Istio's own words (networking.istio.io). Durations are microseconds, as
 * everywhere in dpm.
 */
export interface MeshService {
  readonly name: string;
  readonly namespace: Traced<string>;
  /** The full name that callers use, such as `shop.default.svc.cluster.local`. */
  readonly host: Traced<string>;
  /** Present where the servers are addresses and not the pods of a Kubernetes service. */
  readonly entry?: ServiceEntry;
  /** `VirtualService`: the first that matches is taken. */
  readonly routes: readonly HttpRoute[];
  /** `DestinationRule`. */
  readonly policy: TrafficPolicy;
  /** `EnvoyFilter` in front of every instance. */
  readonly limit?: LocalRateLimit;
  /** What the user puts over the resources, by their kinds. */
  readonly raw: readonly TracedTree[];
}

export interface ServiceEntry {
  readonly port: Traced<number>;
  readonly resolution: "STATIC" | "DNS";
  readonly endpoints: readonly Endpoint[];
}

export interface Endpoint {
  readonly address: Traced<string>;
  readonly port: Traced<number>;
  readonly weight: Traced<number>;
}

/** `HTTPRoute`. */
export interface HttpRoute {
  /** The callers that it is for; none is all. */
  readonly callers: readonly Traced<string>[];
  /** The methods that it is for; absent is all. */
  readonly methods?: Traced<readonly string[]>;
  /** Of the whole request, every attempt and pause included. */
  readonly timeout?: Traced<number>;
  readonly retries: Retries;
}

/** `HTTPRetry`: always stated, since Istio would else retry twice on its own. */
export interface Retries {
  /** Beside the first. */
  readonly attempts: Traced<number>;
  /** Absent where nothing is tried again. */
  readonly retryOn?: Traced<readonly string[]>;
  readonly perTryTimeout?: Traced<number>;
  /** The base of Envoy's own growing and jittered pause. */
  readonly backoff?: Traced<number>;
}

export interface TrafficPolicy {
  readonly balance: Traced<Balance>;
  readonly connectTimeout: Traced<number>;
  /** `http2MaxRequests`, which counts HTTP/1.1 too. */
  readonly maxRequests?: Traced<number>;
  readonly outliers: OutlierDetection;
}

/** `LoadBalancerSettings`. */
export type Balance =
  | { readonly simple: "ROUND_ROBIN" | "LEAST_REQUEST" }
  | { readonly hash: "source_ip" }
  | { readonly hash: "header"; readonly header: string }
  /** A `ttl` of 0 is a cookie that lives until the browser closes. */
  | { readonly hash: "cookie"; readonly cookie: string; readonly ttl: number };

export interface OutlierDetection {
  /** In a row; 0 leaves nobody out. */
  readonly consecutive5xxErrors: Traced<number>;
  /** How often it is looked whether a server may come back. */
  readonly interval: Traced<number>;
  readonly baseEjectionTime: Traced<number>;
  readonly maxEjectionPercent: Traced<number>;
}

/** Envoy's local rate limit: a bucket of tokens in each proxy. */
export interface LocalRateLimit {
  readonly maxTokens: Traced<number>;
  readonly tokensPerFill: Traced<number>;
  readonly fillInterval: Traced<number>;
}
