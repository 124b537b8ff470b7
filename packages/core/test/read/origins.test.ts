import { expect, test } from "vitest";
import { keySpanOf, originOf, originsOf, spanOf, take, withOrigins, written } from "../../src/2-normalize/origin.ts";
import type { BlockKinds } from "../../src/blocks/index.gen.ts";
import { readSource } from "./reading.ts";

const source = `load_balancer ApiGateway {
  servers: [{ host: "a" }, { host: "b" }, { host: "c", weight: 2 }, "d:8080"]
  health_check { interval_seconds: 20 }
}`;
const { blocks, text } = readSource(source);
const gateway = blocks[0] as unknown as BlockKinds["load_balancer"];
const [, , third, fourth] = gateway.servers ?? [];

test("a written field knows its path in the language's spelling and the place of its value and of its key", () => {
  const origin = third && originOf(third, "weight");
  expect(origin).toMatchObject({ kind: "written", path: "load_balancer ApiGateway.servers[2].weight" });
  expect(text(third && spanOf(third, "weight"))).toBe("2");
  expect(text(third && keySpanOf(third, "weight"))).toBe("weight");
});

test("a field written under another name has the path of the field and the places of what was written", () => {
  const { healthCheck = {} } = gateway;
  expect(originOf(healthCheck, "interval")).toMatchObject({ path: "load_balancer ApiGateway.health_check.interval" });
  expect([text(spanOf(healthCheck, "interval")), text(keySpanOf(healthCheck, "interval"))]).toEqual([
    "20",
    "interval_seconds",
  ]);
});

test("an unwritten field has the place of the key that lacks it", () => {
  const { healthCheck = {} } = gateway;
  expect(originOf(healthCheck, "timeout")).toMatchObject({
    kind: "default",
    path: "load_balancer ApiGateway.health_check.timeout",
  });
  expect([text(spanOf(healthCheck, "timeout")), text(keySpanOf(healthCheck, "timeout"))]).toEqual([
    "health_check",
    "health_check",
  ]);
  expect(text(spanOf(gateway, "strategy"))).toBe("ApiGateway");
  expect(text(third && spanOf(third, "port"))).toBe("{");
});

test("the inside of an unwritten group is unwritten too", () => {
  expect(originOf(gateway.failover, "enabled")).toMatchObject({
    kind: "default",
    path: "load_balancer ApiGateway.failover.enabled",
  });
  expect(text(spanOf(gateway.failover, "enabled"))).toBe("ApiGateway");
});

test("what a text stands for knows its part of the text", () => {
  expect(fourth).toMatchObject({ host: "d", port: 8080 });
  expect([text(fourth && spanOf(fourth, "host")), text(fourth && spanOf(fourth, "port"))]).toEqual(["d", "8080"]);
});

test("a list knows the places of its items, and a container's own origin is its field's", () => {
  const { servers = [] } = gateway;
  expect(text(spanOf(servers, "2"))).toBe('{ host: "c", weight: 2 }');
  expect(originOf(servers)).toBe(originOf(gateway, "servers"));
  expect(third && originOf(third)).toBe(originOf(servers, "2"));
});

test("a block's own place is its name, and its name comes from there", () => {
  expect(originOf(gateway)).toMatchObject({ kind: "written", path: "load_balancer ApiGateway" });
  expect(text(spanOf(gateway))).toBe("ApiGateway");
  expect(take(gateway, "name").origins).toEqual([originOf(gateway)]);
  expect(originOf(gateway, "name")).toBeUndefined();
});

test("`take` gives a value with its origin, and nothing for a field that is absent", () => {
  const weight = third && take(third, "weight");
  expect(weight?.value).toBe(2);
  expect(weight?.origins).toEqual([third && originOf(third, "weight")]);
  expect(take(gateway, "sessionAffinity")).toBeUndefined();
});

test("`written` tells what the user wrote from what dpm filled in", () => {
  expect(third && [written(third, "weight"), written(third, "backup"), written(third, "port")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("the model is frozen and no origin shows in its JSON", () => {
  expect(Object.isFrozen(gateway) && Object.isFrozen(gateway.servers) && Object.isFrozen(third)).toBe(true);
  expect(Object.isFrozen(originsOf(gateway))).toBe(true);
  expect(JSON.parse(JSON.stringify(gateway))).toEqual(gateway);
  expect(Object.keys(gateway)).toEqual([
    "kind",
    "name",
    "strategy",
    "hashKey",
    "servers",
    "healthCheck",
    "failover",
    "listen",
  ]);
});

test("a changed copy keeps the origins and adds those of what is new", () => {
  const decision = { kind: "decision", what: "added", from: [] } as const;
  const copy = withOrigins({ ...gateway, extra: 1 }, gateway, { extra: decision });
  expect(originOf(copy, "extra")).toBe(decision);
  expect(originOf(copy, "servers")).toBe(originOf(gateway, "servers"));
  expect(spanOf(copy, "extra")).toEqual(spanOf(gateway));
});

test("free names and free values carry origins as well", () => {
  const other = readSource('fault_tolerance A { fallback: { default_response: { "a b": [1, { ok: true }] } } }');
  const response = (other.blocks[0] as unknown as BlockKinds["fault_tolerance"]).fallback?.defaultResponse as Record<
    string,
    readonly object[]
  >;
  expect(originOf(response, "a b")).toMatchObject({ path: 'fault_tolerance A.fallback.default_response["a b"]' });
  expect(other.text(spanOf(response["a b"]?.[1] ?? {}, "ok"))).toBe("true");
});

test("an alert's origins begin at its block", () => {
  const other = readSource('alerts A { down { condition: "up == 0" } }');
  const { rules } = other.blocks[0] as unknown as BlockKinds["alerts"];
  expect(rules["down"] && originOf(rules["down"], "condition")).toMatchObject({ path: "alerts A.down.condition" });
  expect(originOf(rules, "down")).toMatchObject({ kind: "written", path: "alerts A.down" });
});

test("a field that every JavaScript object seems to have has no origin", () => {
  expect(["constructor", "toString", "__proto__"].map((name) => originOf(gateway, name))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("what is no container of the model has no origin", () => {
  expect([originOf({}), originOf({ constructor: 1 }, "constructor"), spanOf({}, "x"), originsOf([])]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
