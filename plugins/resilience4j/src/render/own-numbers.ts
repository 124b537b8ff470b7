import { java, type Traced } from "@dpm/print";
import type { Policy } from "../model.ts";
import { javaDuration } from "./durations.ts";
import { part, type JavaText, type Part } from "./part.ts";

/** A number of the policy itself, for which Resilience4j has no place. */
export interface OwnNumber {
  readonly name: OwnName;
  readonly kind: "duration" | "int";
  readonly value: Traced<number>;
}

export type OwnName =
  "total timeout" | "attempt timeout" | "longest pause" | "failures" | "minimum calls" | "cache ttl" | "cache entries";

/** All of them, in the order in which they are shown. */
export function ownNumbers({ totalTimeout, attemptTimeout, retry, breaker, fallback }: Policy): readonly OwnNumber[] {
  const drawn = retry?.backoff.value === "linear" || retry?.backoff.value === "decorrelated_jitter";
  const all: readonly (Omit<OwnNumber, "value"> & { readonly value: Traced<number> | undefined })[] = [
    { name: "total timeout", kind: "duration", value: totalTimeout },
    { name: "attempt timeout", kind: "duration", value: attemptTimeout },
    { name: "longest pause", kind: "duration", value: drawn ? retry.maxWait : undefined },
    { name: "failures", kind: "int", value: breaker?.count?.failures },
    { name: "minimum calls", kind: "int", value: breaker?.count?.minimumCalls },
    { name: "cache ttl", kind: "duration", value: fallback?.cache?.ttl },
    { name: "cache entries", kind: "int", value: fallback?.cache?.entries },
  ];
  return all.flatMap(({ name, kind, value }) => (value ? [{ name, kind, value }] : []));
}

/** How the class reads it: a constant in plain Java, a property in Spring. */
export function read(name: OwnName, { style }: Policy): JavaText {
  return style === "java"
    ? java.ident(java.constantName(name))
    : java.code`numbers.${java.ident(java.memberName(name))}()`;
}

/** `private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(2);` */
export function constant({ name, kind, value }: OwnNumber): Part {
  const identifier = java.ident(java.constantName(name));
  if (kind === "int") return part(java.code`private static final int ${identifier} = ${java.int(value)};`);
  const duration = javaDuration(value);
  return part(java.code`private static final Duration ${identifier} = ${duration.code};`, ...duration.uses);
}

/** `Duration totalTimeout`, as a record of Spring has it. */
export function component({ name, kind }: OwnNumber): Part {
  const identifier = java.ident(java.memberName(name));
  return kind === "int"
    ? part(java.code`int ${identifier}`)
    : part(java.code`Duration ${identifier}`, "java.time.Duration");
}
