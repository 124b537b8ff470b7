import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { leavesOf } from "../../src/2-normalize/leaves.ts";

const text =
  'fault_tolerance A { retry: 3 timeout: "1s" }\nload_balancer A { servers: ["a:1", { host: "b" weight: 2 }] }\n';
const { model } = compile({ sources: [{ name: "a.dpm", text }] });
const leaves = model.components.flatMap(({ facets }) => facets.flatMap(leavesOf));
const written = leaves.flatMap(({ path, value, span }) =>
  span ? [[path, value, text.slice(span.start, span.end)]] : [],
);

test("a value that stands for a group is told by the field that it means", () => {
  expect(written).toContainEqual(["fault_tolerance A.retry.max_attempts", 3, "3"]);
  expect(written).toContainEqual(["fault_tolerance A.timeout.total", 1_000_000, '"1s"']);
});

test("items of a list have their places", () => {
  expect(written).toContainEqual(["load_balancer A.servers[1].weight", 2, "2"]);
});

test("defaults are leaves too, without a place", () => {
  expect(leaves.find(({ path }) => path === "fault_tolerance A.retry.multiplier")).toEqual({
    path: "fault_tolerance A.retry.multiplier",
    value: 2,
  });
});
