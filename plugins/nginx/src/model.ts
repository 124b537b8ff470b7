import type { Traced } from "@dpm/print";

/** A whole configuration file of nginx, in nginx's own words. Durations are microseconds, as everywhere in dpm. */
export interface Configuration {
  /** Addresses of name servers, where upstream names are resolved while nginx runs. */
  readonly resolver?: Traced<readonly string[]>;
  readonly affinity?: CookieMap;
  readonly limit?: LimitZone;
  readonly caches: readonly CachePath[];
  readonly upstreams: readonly Upstream[];
  readonly matches: readonly StatusMatch[];
  readonly server: Server;
}

/** A directive in the user's own words. */
export interface RawDirective {
  readonly name: Traced<string>;
  readonly args: readonly Traced<string>[];
}

/** `map $cookie_NAME $dpm_affinity`: the cookie, or something random where there is none. */
export interface CookieMap {
  readonly cookie: Traced<string>;
}

/** `limit_req_zone`. */
export interface LimitZone {
  readonly zone: string;
  readonly key: Traced<"client" | "instance">;
  /** Whole requests per second or per minute. */
  readonly rate: Traced<{ readonly count: number; readonly unit: "s" | "m" }>;
}

/** `proxy_cache_path`. */
export interface CachePath {
  readonly zone: string;
  /** How long an answer that nobody asks for is kept. */
  readonly inactive: Traced<number>;
}

/** `upstream`. */
export interface Upstream {
  readonly name: string;
  readonly balance?: Traced<Balance>;
  readonly sticky?: Sticky;
  readonly servers: readonly UpstreamServer[];
  readonly raw: readonly RawDirective[];
}

export type Balance =
  | { readonly method: "least_conn" }
  | { readonly method: "least_time" }
  | { readonly method: "random" }
  | { readonly method: "ip_hash" }
  | { readonly method: "hash"; readonly key: HashKey };

export type HashKey =
  | { readonly of: "client_address" }
  | { readonly of: "uri" }
  | { readonly of: "header"; readonly header: string }
  | { readonly of: "affinity" };

/** `sticky cookie`. */
export interface Sticky {
  readonly cookie: Traced<string>;
  readonly expires?: Traced<number>;
}

export interface UpstreamServer {
  readonly host: Traced<string>;
  readonly port?: Traced<number>;
  readonly weight?: Traced<number>;
  readonly maxFails: Traced<number>;
  readonly failTimeout: Traced<number>;
  readonly backup?: Traced<boolean>;
  /** Resolve the name while nginx runs. */
  readonly resolve: boolean;
}

/** `match`, of NGINX Plus. */
export interface StatusMatch {
  readonly name: string;
  readonly statuses: Traced<readonly number[]>;
}

export interface Server {
  readonly listen: Traced<number>;
  readonly limit?: Limit;
  readonly locations: readonly Location[];
  /** What no location takes is answered with 404, or else by nginx's own pages. */
  readonly elsewhereNotFound: boolean;
  readonly raw: readonly RawDirective[];
}

/** `limit_req`. */
export interface Limit {
  readonly zone: string;
  /** Absent is none: nginx refuses 0. */
  readonly burst?: Traced<number>;
}

/** `location` that passes requests on. */
export interface Location {
  readonly prefix: Traced<string>;
  /** Strip the prefix before the request is passed on. */
  readonly strip: boolean;
  readonly upstream: string;
  readonly connectTimeout: Traced<number>;
  /** Between two reads, and between two writes. */
  readonly idleTimeout: Traced<number>;
  readonly next: NextUpstream;
  readonly check?: ActiveCheck;
  readonly stale?: StaleCache;
  readonly fallback?: Fallback;
  readonly raw: readonly RawDirective[];
}

/** `proxy_next_upstream` and its limits. */
export interface NextUpstream {
  /** Empty is `off`. */
  readonly conditions: Traced<readonly Condition[]>;
  /** Servers that a request may see, the first included. */
  readonly tries: Traced<number>;
  /** No further server is tried after this; 0 is no limit. */
  readonly window: Traced<number>;
}

export type Condition =
  | "error"
  | "timeout"
  | "invalid_header"
  | "http_500"
  | "http_502"
  | "http_503"
  | "http_504"
  | "http_429"
  | "non_idempotent";

/** `health_check`, of NGINX Plus. */
export interface ActiveCheck {
  readonly interval: Traced<number>;
  readonly uri?: Traced<string>;
  readonly match?: string;
}

/** `proxy_cache` that answers only when the upstream does not. */
export interface StaleCache {
  readonly zone: string;
  readonly on: Traced<readonly Condition[]>;
}

/** `error_page` with a fixed answer. */
export interface Fallback {
  readonly name: string;
  /** The answers of upstreams and of nginx itself that it stands in for. */
  readonly statuses: Traced<readonly number[]>;
  readonly answer: Traced<{ readonly status: number; readonly body?: string }>;
}
