import { expect, test } from "vitest";
import { blockKinds, type BlockKinds } from "../../src/blocks/index.gen.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { FieldSpec, TypeSpec } from "../../src/fields/spec.ts";
import { fromJson } from "../../src/2-normalize/read/from-json.ts";
import { root } from "../../src/2-normalize/read/place.ts";
import { read } from "../../src/2-normalize/read/read.ts";
import { readBlock } from "../../src/2-normalize/read/read-block.ts";
import { nowhere, originOf } from "../../src/2-normalize/origin.ts";
import { createParser } from "../../src/1-parse/parse.ts";
import { readOne } from "./reading.ts";

/** Every field of a type, however deep, with the way to it. */
function fieldsOf(type: TypeSpec, path: string): readonly (readonly [string, FieldSpec])[] {
  const inner = (name: string, spec: FieldSpec): readonly (readonly [string, FieldSpec])[] => [
    [`${path}.${name}`, spec],
    ...fieldsOf(spec.of, `${path}.${name}`),
  ];
  if (type.type === "list") return inner("[]", type.item);
  if (type.type === "record") return inner("*", type.value);
  if (type.type === "variant")
    return Object.entries(type.variants).flatMap(([name, one]) => fieldsOf(one, `${path}(${name})`));
  if (type.type !== "object") return [];
  const rest = type.rest ? inner("*", type.rest.value) : [];
  return [...Object.entries(type.fields).flatMap(([name, spec]) => inner(name, spec)), ...rest];
}

const all = blockKinds.flatMap((kind) => fieldsOf(kind.body, kind.kind));

test.each(all.filter(([, spec]) => spec.default !== undefined))(
  "the default of %s is a value of its own type",
  (path, spec) => {
    const diagnostics: Diagnostic[] = [];
    const run = { report: (one: Diagnostic) => void diagnostics.push(one), defaults: new Map() };
    const value = read(fromJson(spec.default), spec, root(path, path, nowhere, run));
    expect(diagnostics).toEqual([]);
    expect(value).toBeDefined();
  },
);

test("only fields that may be left out have a default", () => {
  expect(
    all.filter(([, { presence, default: value }]) => (presence === "defaulted") !== (value !== undefined)),
  ).toEqual([]);
});

test("an empty load balancer is filled in", () => {
  expect(readOne("load_balancer", "")).toEqual({
    kind: "load_balancer",
    name: "Thing",
    strategy: "round_robin",
    hashKey: "client_address",
    failover: { enabled: true },
    listen: 80,
  });
});

test("an empty fault_tolerance protects nothing", () => {
  expect(readOne("fault_tolerance", "")).toEqual({ kind: "fault_tolerance", name: "Thing", idempotent: false });
});

test("a breaker with only a threshold gets the draft's numbers and one probe", () => {
  expect(readOne("fault_tolerance", "circuit_breaker: { failure_threshold: 5 }").circuitBreaker).toEqual({
    failureThreshold: { count: 5 },
    slidingWindow: { time: 10_000_000 },
    resetTimeout: 30_000_000,
    halfOpenState: { enabled: true, permittedCalls: 1 },
  });
});

test("ejection, when it is written, is five failures in ten seconds", () => {
  expect(readOne("load_balancer", "ejection: {}").ejection).toEqual({ enabled: true, failures: 5, window: 10_000_000 });
});

test("[82,89,94,…] `enabled: false` is kept, so that a target can state it", () => {
  const block = readOne(
    "load_balancer",
    "health_check: { enabled: false } session_affinity: { enabled: false } failover: false",
  );
  expect([block.healthCheck?.enabled, block.sessionAffinity?.enabled, block.failover.enabled]).toEqual([
    false,
    false,
    false,
  ]);
});

test("blocks that share what was read for unwritten fields have containers and origins of their own", () => {
  const { document } = createParser()({ name: "test.dpm", text: "load_balancer A {} load_balancer B {}" });
  const kind = blockKinds.find((one) => one.kind === "load_balancer");
  const defaults = new Map();
  const origins = document.blocks.map((node) => {
    const block = kind && (readBlock(node, kind, defaults).block as BlockKinds["load_balancer"] | undefined);
    return block && [originOf(block, "listen"), originOf(block.failover, "enabled")];
  });
  expect(defaults.size).toBeGreaterThan(0);
  expect(origins).toMatchObject([
    [{ path: "load_balancer A.listen" }, { path: "load_balancer A.failover.enabled" }],
    [{ path: "load_balancer B.listen" }, { path: "load_balancer B.failover.enabled" }],
  ]);
});
