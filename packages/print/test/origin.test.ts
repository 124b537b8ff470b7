import * as fc from "fast-check";
import { expect, test } from "vitest";
import { combine, map, plain, traced } from "../src/index.ts";
import type { Traced } from "../src/index.ts";
import { origin } from "./arbitraries.ts";

const one = origin(1);
const two = origin(2);

test("a mapped value keeps its origins", () => {
  const seconds = map(traced(1500, one), (ms) => ms / 1000);
  expect(seconds.value).toBe(1.5);
  expect(seconds.origins).toEqual(one);
});

test("a combined value has the origins of its parts, each once, in their order", () => {
  const attempts: Traced<number> = traced(3, one);
  const unit: Traced<string> = traced("s", [...two, ...one]);
  const both = combine([attempts, unit], (n, s) => `${n}${s}`);
  expect(both.value).toBe("3s");
  expect(both.origins).toEqual([...one, ...two]);
});

test("plain is the value, traced or not", () => {
  expect(plain(traced(5, one))).toBe(5);
  expect(plain(5)).toBe(5);
});

test("no data passes for a traced value, whatever its fields are called", () => {
  const data = { value: 1, origins: [] };
  expect(plain<unknown>(data)).toBe(data);
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(plain(json)).toBe(json);
    }),
  );
});
