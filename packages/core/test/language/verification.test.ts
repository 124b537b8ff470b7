import { expect, test } from "vitest";
import { problemsOf, readOne } from "../read/reading.ts";
import { found, modelOf } from "./finding.ts";

test("[406-410] the properties of a protection are a fixed list, each with its formula", () => {
  const { properties } = readOne(
    "verify_fault_tolerance",
    'properties: ["timeout_guarantee", "circuit_breaker_activation", "fallback_availability"]',
  );
  expect(properties).toHaveLength(3);
  expect(problemsOf("verify_fault_tolerance", "properties: [never_fails]")).toEqual([
    "core/unknown-value: never_fails",
  ]);
});

test("[412] the longest time of a call is the deadline of the whole, and is held against what is permitted", () => {
  const text = (limit: string): string =>
    `fault_tolerance A { timeout: "2s" }\nverify_fault_tolerance A { constraints: { max_response_time: "${limit}" } }`;
  expect([found(text("3s")), found(text("1s"))]).toEqual([[], ['error budget-exceeded: "1s"']]);
});

test("[413-414] availability and error rate are shares, and a scenario may say how much fails in it", () => {
  const { constraints, scenarios } = readOne(
    "verify_fault_tolerance",
    "constraints: { min_availability: 0.99 max_error_rate: 0.01 } scenarios: [{ name: service_failure failure_rate: 5% }]",
  );
  expect([constraints, scenarios]).toEqual([
    { minAvailability: 0.99, maxErrorRate: 0.01 },
    [{ name: "service_failure", failureRate: 0.05 }],
  ]);
});

test("[416-420] verification and chaos name the same troubles, with one list of other spellings", () => {
  const written = ["network_partition", "dependency_failure", "service_failure", "overload", "node_crash"];
  const meant = ["network_partition", "service_failure", "service_failure", "service_overload", "node_failure"];
  expect(readOne("verify_fault_tolerance", `scenarios: [${written.join()}]`).scenarios?.map((one) => one.name)).toEqual(
    meant,
  );
  expect(readOne("chaos_engineering", `experiments: [${written.join()}]`).experiments.map((one) => one.name)).toEqual(
    meant,
  );
});

test("[428-432] properties of data are a fixed list, and one that follows from another is told", () => {
  const text =
    'consistency A { type: raft nodes: 5 }\nverify_consistency A { properties: ["linearizability", "serializability", "eventual_consistency"] }';
  expect(found(text)).toEqual(['note implied-property: "eventual_consistency"']);
});

test("[435] a quorum is a majority of the nodes", () => {
  const text = (size: number): string =>
    `consistency A { type: raft nodes: 5 }\nverify_consistency A { constraints: { min_quorum_size: ${size} } }`;
  expect(found(text(3))).toEqual([]);
  expect(found(text(2)).map((one) => one.split(":")[0])).toEqual(["error quorum-size"]);
});

test("[434-436] a copy is behind by a message's time at least, and an election outlasts many", () => {
  const text = (lag: string, delay: string): string =>
    `consistency A { type: raft nodes: 5 election_timeout: "2s" heartbeat_interval: "100ms" }\nverify_consistency A { constraints: { max_replication_lag: "${lag}" max_network_delay: "${delay}" } }`;
  expect(found(text("1s", "100ms"))).toEqual([]);
  expect(found(text("50ms", "100ms"))).toEqual(['error lag-below-delay: "50ms"']);
});

test("[766-775] a formal verification is about the whole model or about `targets`, and its timeout is the tool's", () => {
  const body =
    'properties: ["availability_bound"] model_checker: "nuXmv" temporal_logic: "CTL" verification_timeout: "1h"';
  const model = modelOf(`formal_verification DistributedPatterns { ${body} }\nfault_tolerance A {}`);
  expect(model.components.map((one) => one.name)).toEqual(["A"]);
  expect(model.blocks).toMatchObject([
    { name: "DistributedPatterns", modelChecker: "nuXmv", temporalLogic: "CTL", verificationTimeout: 3_600_000_000 },
  ]);
  expect(readOne("formal_verification", `${body} targets: [A]`).scope).toEqual(["A"]);
  expect(found(`formal_verification P { ${body} targets: [Gone] }`)).toEqual(["warning undefined-component: Gone"]);
});
