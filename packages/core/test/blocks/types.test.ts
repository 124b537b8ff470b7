import { expectTypeOf, test } from "vitest";
import type { BlockKinds } from "../../src/blocks/index.gen.ts";
import type { Rate } from "../../src/fields/field.ts";

declare module "../../src/blocks/index.gen.ts" {
  interface BlockKinds {
    readonly acme_greeting: { readonly kind: "acme_greeting"; readonly name: string; readonly text: string };
  }
}

test("a plugin sees each field as what the model holds", () => {
  type Retry = NonNullable<BlockKinds["fault_tolerance"]["retry"]>;
  expectTypeOf<Retry["maxAttempts"]>().toEqualTypeOf<number>();
  expectTypeOf<Retry["on"][number]>().toEqualTypeOf<
    "connect_failure" | "timeout" | "reset" | "500" | "502" | "503" | "504" | "429"
  >();
  expectTypeOf<BlockKinds["load_balancer"]["strategy"]>().toEqualTypeOf<
    "round_robin" | "least_conn" | "least_response_time" | "random" | "ip_hash" | "consistent_hash"
  >();
  expectTypeOf<BlockKinds["load_balancer"]["kind"]>().toEqualTypeOf<"load_balancer">();
  expectTypeOf<NonNullable<BlockKinds["benchmark"]["constraints"]>["minThroughput"]>().toEqualTypeOf<
    Rate | undefined
  >();
});

test("an open enumeration is any text", () => {
  expectTypeOf<BlockKinds["service_discovery"]["registry"]>().toEqualTypeOf<string>();
});

test("free names are a record in the field that the kind says", () => {
  expectTypeOf<BlockKinds["alerts"]["rules"][string]["condition"]>().toEqualTypeOf<string>();
  expectTypeOf<BlockKinds["metrics"]["groups"][string][string]["type"]>().toEqualTypeOf<
    "counter" | "gauge" | "histogram" | "summary"
  >();
  expectTypeOf<keyof BlockKinds["alerts"]>().toEqualTypeOf<"kind" | "name" | "rules">();
  expectTypeOf<keyof BlockKinds["formal_verification"]>().toEqualTypeOf<
    "kind" | "name" | "properties" | "modelChecker" | "temporalLogic" | "verificationTimeout" | "scope"
  >();
});

test("a level is told by its pattern, and has only what it says", () => {
  type Level = BlockKinds["multi_level_fault_tolerance"]["levels"][string];
  expectTypeOf<Level["pattern"]>().toEqualTypeOf<"retry" | "timeout" | "circuit_breaker" | "bulkhead" | "fallback">();
  expectTypeOf<Extract<Level, { readonly pattern: "retry" }>["maxAttempts"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Extract<Level, { readonly pattern: "bulkhead" }>>().not.toHaveProperty("maxAttempts");
});

test("a plugin's own kind joins the types", () => {
  expectTypeOf<BlockKinds["acme_greeting"]["text"]>().toEqualTypeOf<string>();
});
