import { integer, oneOf, string } from "@dpm/core";

/** What `.dpmrc` may say below `targets.resilience4j`, beside `version`. */
export const options = {
  style: oneOf({
    java: "A plain class per component, with its numbers as constants.",
    spring: "The same class built from Spring's registries, with its numbers in application.yml.",
  })
    .default("java")
    .doc("How the policies get their numbers."),
  group: string({
    pattern: "[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*",
    expected: "a dotted name such as `com.example`",
  })
    .default("com.example")
    .doc("Maven's group; the packages are below it."),
  package: string({ pattern: "[^.]+(\\.[^.]+)*", expected: "a Java package such as `com.example.order`" })
    .optional()
    .doc("The package of all classes; without it each component has its own, `com.example.orderservice`."),
  cache_entries: integer({ min: 1, max: 1_000_000 })
    .default(1000)
    .doc("How many last good answers a policy keeps; the one used longest ago makes room."),
};

export interface Options {
  readonly style: "java" | "spring";
  readonly group: string;
  readonly package?: string | undefined;
  readonly cacheEntries: number;
}
