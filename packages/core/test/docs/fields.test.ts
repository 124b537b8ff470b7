import { expect, test } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import { fieldsOfKind, spelled, type KindField } from "../../src/docs/fields.ts";
import type { BlockKind } from "../../src/fields/block.ts";

const kindOf = (name: string): BlockKind => {
  const kind = blockKinds.find((one) => one.kind === name);
  if (!kind) throw new Error(`no kind ${name}`);
  return kind;
};
const fieldsOf = (kind: string): readonly KindField[] => fieldsOfKind(kindOf(kind));
const find = (kind: string, path: string): KindField | undefined => fieldsOf(kind).find((one) => spelled(one) === path);

test("fields of groups come after their group, items of lists are passed over", () => {
  const paths = fieldsOf("load_balancer").map(spelled);
  expect(paths.slice(paths.indexOf("servers"), paths.indexOf("servers") + 3)).toEqual([
    "servers",
    "servers.host",
    "servers.port",
  ]);
});

test("a free name is a place in the path and none in the model", () => {
  expect(find("alerts", "<name>.condition")?.model).toEqual(["rules", "condition"]);
  expect(find("metrics", "<name>.<name>.type")?.model).toEqual(["groups", "type"]);
});

test("the tag of a variant is told once, and each other field with the value that it needs", () => {
  const tags = fieldsOf("multi_level_fault_tolerance").filter((one) => spelled(one) === "<name>.pattern");
  expect(tags).toHaveLength(1);
  expect(find("multi_level_fault_tolerance", "<name>.max_attempts")?.when).toEqual({ tag: "pattern", value: "retry" });
});

test("what is in a group that is a fact is a fact", () => {
  expect(find("fault_tolerance", "latency.p99")?.isFact).toBe(true);
  expect(find("fault_tolerance", "retry.max_attempts")?.isFact).toBe(false);
});
