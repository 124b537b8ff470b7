import { expect, test } from "vitest";
import { witness } from "./witnessed.ts";

const hang = { backend: { behaviour: "hang" } } as const;
const retry = "idempotent: true\nretry: { max_attempts: 3, initial_delay: 100ms, max_delay: 200ms }";

test("a first attempt that hangs leaves no time for the others", () => {
  const { isFound, trace } = witness(`${retry}\ntimeout: 2s`, "hang-eats-attempts", hang);
  expect([isFound, trace.backendCalls]).toEqual([true, 1]);
});

test("with a limit for each attempt that leaves room for the pauses, all three are made", () => {
  const { isFound, trace } = witness(
    `${retry}\ntimeout: { total: 2s, per_attempt: 566ms }`,
    "hang-eats-attempts",
    hang,
  );
  expect([isFound, trace.backendCalls]).toEqual([false, 3]);
});
