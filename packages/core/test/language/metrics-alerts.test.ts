import { expect, test } from "vitest";
import { breakerStates, parseCondition } from "../../src/2-normalize/condition.ts";
import { readOne } from "../read/reading.ts";
import { found } from "./finding.ts";

const alert = (
  condition: string,
): string => `metrics A { fault_tolerance: { circuit_breaker_state: gauge } load_balancer: { error_rate: gauge } }
metrics B { service_discovery: { registered_services: gauge } }
alerts A { odd: { condition: "${condition}" duration: "1s" } }`;
const slugs = (condition: string): readonly string[] =>
  found(alert(condition)).filter((one) => /metric|condition/.test(one));

test("[453-469] metrics stand in groups of their component, and may have a unit and buckets", () => {
  const { groups } = readOne(
    "metrics",
    'load_balancer: { error_rate: "gauge" response_time: { type: histogram unit: "seconds" buckets: [0.1, 1] } }',
  );
  expect(groups["load_balancer"]).toEqual({
    error_rate: { type: "gauge" },
    response_time: { type: "histogram", unit: "seconds", buckets: [0.1, 1] },
  });
});

test("[475] a condition compares metrics of its own component; a name that is none is an error", () => {
  expect([slugs("error_rate > 0.05"), slugs("load_balancer.error_rate > 5%")]).toEqual([[], []]);
  expect(slugs("registered_services == 0")).toEqual(["error unknown-metric: registered_services"]);
  expect(slugs("error_rate >")).toEqual(['error bad-condition: "']);
});

test("[477] a breaker's state is a number with a name: closed 0, open 1, half-open 2", () => {
  expect(breakerStates).toEqual({ closed: 0, open: 1, half_open: 2 });
  expect([
    slugs("circuit_breaker_state == open"),
    slugs("circuit_breaker_state == 1"),
    slugs("half_open == circuit_breaker_state"),
  ]).toEqual([[], [], []]);
  expect(slugs("error_rate == open")).toEqual(["error unknown-metric: open"]);
});

test("[478] `duration` and `for` are one field", () => {
  const rule = (body: string): unknown =>
    readOne("alerts", `odd: { condition: "a > 1" ${body} }`).rules["odd"]?.duration;
  expect([rule('duration: "1m"'), rule('for: "1m"')]).toEqual([60_000_000, 60_000_000]);
});

test("[482] a condition is read into comparisons, of which a target makes what it needs: a window, a label", () => {
  expect(parseCondition("error_rate > 0.05")).toEqual([
    [{ left: { kind: "name", name: "error_rate", at: 0 }, operator: ">", right: { kind: "number", value: 0.05 } }],
  ]);
  expect(parseCondition("a >= 5% and b < 500ms or c != 1")).toMatchObject([
    [{ right: { value: 0.05 } }, { right: { kind: "duration", value: 500_000 } }],
    [{ operator: "!=" }],
  ]);
});

test("[487] that nothing is there is a comparison with zero, which a target sees", () => {
  expect(parseCondition("registered_services == 0")).toMatchObject([
    [{ operator: "==", right: { kind: "number", value: 0 } }],
  ]);
});
