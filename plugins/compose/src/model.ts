import type { Traced, TracedTree } from "@dpm/print";

/** A Compose file, in the words of the Compose specification. Durations are microseconds, sizes bytes. */
export interface Project {
  readonly name: Traced<string>;
  readonly services: readonly Service[];
  readonly networks: readonly Traced<string>[];
  readonly volumes: readonly Traced<string>[];
}

export interface Service {
  readonly name: Traced<string>;
  readonly image?: Traced<string>;
  readonly build?: Traced<string>;
  readonly command?: Traced<readonly string[]>;
  readonly environment: readonly Variable[];
  readonly ports: readonly Traced<PublishedPort>[];
  readonly volumes: readonly Traced<Volume>[];
  /** None is Compose's default network. */
  readonly networks: readonly Traced<string>[];
  readonly networkMode?: Traced<"none">;
  readonly dependsOn: readonly Traced<Dependency>[];
  readonly restart?: Traced<string>;
  readonly healthCheck?: HealthCheck;
  readonly replicas?: Traced<number>;
  readonly limits?: Amounts;
  readonly reservations?: Amounts;
  /** What the user puts over all of it, in Compose's own words. */
  readonly raw: readonly TracedTree[];
}

export interface Variable {
  readonly name: string;
  readonly value: Traced<string | FromShell>;
}

/** The value of a variable of whoever starts the project. */
export interface FromShell {
  readonly variable: string;
}

/** The long form of `ports`. */
export interface PublishedPort {
  readonly hostIp?: string;
  /** Without it the engine chooses one. */
  readonly published?: { readonly low: number; readonly high: number };
  readonly target: number;
  readonly protocol: "tcp" | "udp";
}

/** The long form of `volumes`. */
export type Volume = {
  readonly target: string;
  readonly readOnly: boolean;
} & (
  | { readonly type: "volume"; readonly source?: string }
  /** What must exist is never made as an empty folder in its place. */
  | { readonly type: "bind"; readonly source: string; readonly mustExist: boolean }
);

export interface Dependency {
  readonly service: string;
  readonly condition: "service_started" | "service_healthy";
}

export type HealthCheck =
  | { readonly disable: Traced<boolean> }
  | {
      readonly test: Traced<readonly string[]>;
      readonly interval: Traced<number>;
      readonly timeout: Traced<number>;
      readonly retries: Traced<number>;
      readonly startPeriod: Traced<number>;
    };

/** Thousandths of a CPU, and bytes. */
export interface Amounts {
  readonly cpu?: Traced<number>;
  readonly memory?: Traced<number>;
}
