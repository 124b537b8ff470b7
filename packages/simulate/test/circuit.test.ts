import type { BreakerPolicy } from "@dpm/core";
import { expect, test } from "vitest";
import { createCircuit, type Circuit } from "../src/circuit.ts";
import { fiveOfTen, s } from "./policies.ts";

const twoInARow: BreakerPolicy = { ...fiveOfTen, trip: { kind: "consecutive", failures: 2 }, resetTimeout: 1 * s };

/** Lets one call through at a time and returns after how many the breaker is open, 0 for never. */
function opensAfter(policy: BreakerPolicy, letters: string, gap = 0): number {
  const circuit = createCircuit(policy);
  for (const [index, letter] of Array.from(letters).entries()) {
    const ticket = circuit.admit(index * gap);
    if (letter === "S") ticket?.succeeded(index * gap);
    else ticket?.failed(index * gap);
    if (circuit.state() === "open") return index + 1;
  }
  return 0;
}

function opened(policy: BreakerPolicy): Circuit {
  const circuit = createCircuit(policy);
  for (let call = 0; call < 2; call += 1) circuit.admit(0)?.failed(0);
  expect(circuit.state()).toBe("open");
  return circuit;
}

test.each([
  ["SSSSSFFFFF", 10],
  ["SSSSSSFFFF", 0],
  ["FFFFFFFFF", 0],
  ["FFFFFSSSSS", 10],
  ["SSSSSSSSSSFFFFFFFFFFF", 20],
])("five of ten as a rate on %s opens at call %i", (letters, at) => {
  expect(opensAfter(fiveOfTen, letters)).toBe(at);
});

test.each([
  ["FFSFFF", 6],
  ["FFSFFS", 0],
])("three in a row on %s opens at call %i", (letters, at) => {
  expect(opensAfter({ ...fiveOfTen, trip: { kind: "consecutive", failures: 3 } }, letters)).toBe(at);
});

test("a count needs its failures and its minimum", () => {
  const trip = { kind: "count", failures: 2, minimum: 4 } as const;
  expect(opensAfter({ ...fiveOfTen, trip }, "FFF")).toBe(0);
  expect(opensAfter({ ...fiveOfTen, trip }, "FFSS")).toBe(4);
  expect(opensAfter({ ...fiveOfTen, trip }, "SSSSSSSSFSF")).toBe(11);
});

test("a rate is compared exactly: one of three is reached by one of three and not by 33 of 100", () => {
  const oneOfThree = { ...fiveOfTen, trip: { kind: "rate", failures: 1, of: 3, minimum: 3 } } as const;
  expect(opensAfter(oneOfThree, "SSF")).toBe(3);
  expect(
    opensAfter(
      { ...oneOfThree, trip: { kind: "rate", failures: 1, of: 3, minimum: 100 } },
      `${"F".repeat(33)}${"S".repeat(67)}`,
    ),
  ).toBe(0);
  expect(
    opensAfter(
      { ...oneOfThree, trip: { kind: "rate", failures: 1, of: 3, minimum: 99 } },
      `${"F".repeat(33)}${"S".repeat(66)}`,
    ),
  ).toBe(99);
});

test("a call that ended exactly as long ago as the window is long has left it", () => {
  const policy = {
    ...fiveOfTen,
    trip: { kind: "rate", failures: 2, of: 2, minimum: 2 },
    window: { kind: "time", length: 1000 },
  } as const;
  expect(opensAfter(policy, "FFFFF", 1000)).toBe(0);
  expect(opensAfter(policy, "FFFFF", 999)).toBe(2);
});

test("a window of calls keeps so many, also over thousands of calls", () => {
  const policy = {
    ...fiveOfTen,
    trip: { kind: "rate", failures: 1, of: 1, minimum: 3 },
    window: { kind: "calls", size: 3 },
  } as const;
  expect(opensAfter(policy, `${"SF".repeat(2000)}FF`)).toBe(4002);
});

test("the reset timeout is over when it has passed, not before", () => {
  const circuit = opened(twoInARow);
  expect(circuit.admit(1 * s - 1)).toBeUndefined();
  expect(circuit.state()).toBe("open");
  expect(circuit.admit(1 * s)).toBeDefined();
  expect(circuit.state()).toBe("half-open");
  expect(circuit.admit(1 * s)).toBeUndefined();
});

test("a probe that says nothing leaves its place to the next one", () => {
  const circuit = opened(twoInARow);
  circuit.admit(1 * s)?.released();
  expect(circuit.state()).toBe("half-open");
  const next = circuit.admit(1 * s);
  expect(next).toBeDefined();
  next?.succeeded(1 * s);
  expect(circuit.state()).toBe("closed");
});

test("results of calls from before the opening change nothing, neither while half open nor once closed", () => {
  const circuit = createCircuit(twoInARow);
  const [early, alsoEarly] = [circuit.admit(0), circuit.admit(0)];
  for (let call = 0; call < 2; call += 1) circuit.admit(0)?.failed(0);
  const probe = circuit.admit(1 * s);
  early?.succeeded(1 * s);
  expect(circuit.state()).toBe("half-open");
  probe?.succeeded(1 * s);
  expect(circuit.state()).toBe("closed");
  alsoEarly?.failed(2 * s);
  circuit.admit(2 * s)?.failed(2 * s);
  expect(circuit.state()).toBe("closed");
});

test("with three probes the second failing one opens it, and the third one's success is too late", () => {
  const circuit = opened({ ...twoInARow, probes: 3 });
  const probes = [circuit.admit(1 * s), circuit.admit(1 * s), circuit.admit(1 * s)];
  expect(circuit.admit(1 * s)).toBeUndefined();
  probes[0]?.succeeded(1 * s);
  probes[1]?.failed(1 * s);
  expect(circuit.state()).toBe("open");
  probes[2]?.succeeded(1 * s);
  expect(circuit.state()).toBe("open");
});

test("without probes it never leaves the open state", () => {
  const circuit = opened({ ...twoInARow, probes: 0 });
  expect(circuit.admit(1_000_000 * s)).toBeUndefined();
});
