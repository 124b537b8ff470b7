import type { Traced } from "@dpm/print";

/** A Compose file, in the words of the Compose specification. Durations are microseconds, sizes bytes. */
export interface Project {
  readonly services: readonly Service[];
  readonly networks: readonly Traced<string>[];
  readonly volumes: readonly Traced<string>[];
}

export interface Service {
  readonly name: Traced<string>;
  readonly image?: Traced<string>;
  readonly build?: Traced<string>;
  readonly command?: Traced<readonly string[]>;
  readonly environment: readonly { readonly name: string; readonly value: Traced<string> }[];
  readonly ports: readonly Traced<PublishedPort>[];
  readonly volumes: readonly Traced<Volume>[];
  readonly networks: readonly Traced<string>[];
  readonly dependsOn: readonly Traced<Dependency>[];
  readonly restart?: Traced<string>;
  readonly healthCheck?: HealthCheck;
  readonly replicas?: Traced<number>;
  readonly limits?: Amounts;
  readonly reservations?: Amounts;
}

/** The long form of `ports`. */
export interface PublishedPort {
  readonly hostIp?: string;
  readonly published?: string;
  readonly target: number;
  readonly protocol?: string;
}

/** The long form of `volumes`. */
export interface Volume {
  readonly type: "volume" | "bind";
  readonly source?: string;
  readonly target: string;
  readonly readOnly: boolean;
}

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
