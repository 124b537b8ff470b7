import { expect, test } from "vitest";
import { s } from "../policies.ts";
import { hasOpened, witness } from "./witnessed.ts";

/** A request every two seconds, to a backend that is down for good. */
const scarce = { backend: { behaviour: "down" }, requests: 200, gap: 2 * s } as const;
const fields = (window: string): string =>
  `circuit_breaker: { failure_threshold: "50%", minimum_request_count: 10, sliding_window: "${window}" }\nload: "30 req/m"`;

test("a breaker that sees five calls in its window never opens, however long all of them fail", () => {
  const blind = witness(fields("10s"), "breaker-blind", scarce);
  expect([blind.isFound, hasOpened(blind.trace)]).toEqual([true, false]);
});

test("with the window that is advised it opens", () => {
  const seeing = witness(fields("20s"), "breaker-blind", scarce);
  expect([seeing.isFound, hasOpened(seeing.trace)]).toEqual([false, true]);
});
