import { expect, test } from "vitest";
import { hasOpened, witness } from "./witnessed.ts";

const hang = { behaviour: "hang" } as const;
const fields = (total: string): string =>
  `circuit_breaker: { failure_threshold: 5, minimum_request_count: 10, sliding_window: "10s" }\ntimeout: "${total}"`;

test("one caller whose calls hang for two seconds never fills ten seconds with ten calls; two callers do", () => {
  const alone = witness(fields("2s"), "hang-never-opens", { backend: hang, requests: 50 });
  expect([alone.isFound, hasOpened(alone.trace)]).toEqual([true, false]);
  const two = witness(fields("2s"), "hang-never-opens", { backend: hang, requests: 50, callers: 2 });
  expect(hasOpened(two.trace)).toBe(true);
});

test("one caller does, where a call takes a second", () => {
  const short = witness(fields("1s"), "hang-never-opens", { backend: hang, requests: 50 });
  expect([short.isFound, hasOpened(short.trace)]).toEqual([false, true]);
});
