import { layerTarget, target } from "../../compile/compiling.ts";
import type { RuleCase } from "../rule-case.ts";

const protect = (body: string): string => `fault_tolerance A {\n  ${body}\n}`;
const code = [target(layerTarget("code", "in_process", ["retry"]))];

export const timeoutCases: readonly RuleCase[] = [
  {
    rule: "per-attempt-above-total",
    broken: protect(`timeout: { total: "1s", per_attempt: "1001ms" }`),
    at: '"1001ms"',
    says: "one attempt may take 1.001 s, but the whole call only 1 s",
    kept: [protect(`timeout: { total: "1s", per_attempt: "1s" }`)],
    repairs: [
      { help: /lower `per_attempt` to "(\w+)" or less/, replace: "1001ms", by: (time = "") => time },
      { help: /raise `total` to "(\w+)"$/, replace: '"1s"', by: (time) => `"${time}"`, short: () => '"1000999us"' },
    ],
  },
  {
    rule: "wait-exceeds-total",
    broken: protect(`timeout: "1s", bulkhead: { max_wait_duration: "1000ms" }`),
    at: '"1000ms"',
    says: "a call may wait 1 s for its turn, but its deadline is 1 s: it may be cancelled before it begins",
    kept: [
      protect(`timeout: "1s", bulkhead: { max_wait_duration: "999ms" }`),
      protect('bulkhead: { max_wait_duration: "1h" }'),
    ],
    repairs: [{ help: /lower `max_wait_duration` below (1 s)$/, replace: "1000ms", by: () => "999999us" }],
  },
  {
    rule: "connect-not-shorter",
    broken: protect(`timeout: { total: "2s", per_attempt: "500ms", connect: "500ms" }`),
    at: '"500ms"',
    says: "making a connection may take 500 ms, but `per_attempt` is 500 ms: nothing is left for the call",
    kept: [
      protect(`timeout: { total: "2s", per_attempt: "500ms", connect: "499ms" }`),
      // What is not written gives way.
      protect(`timeout: { total: "2s", per_attempt: "500ms" }`),
      protect(`timeout: { connect: "9s" }`),
    ],
    repairs: [
      { help: /lower `connect` below (500 ms)$/, replace: 'connect: "500ms"', by: () => 'connect: "499999us"' },
    ],
  },
  {
    rule: "connect-not-shorter",
    broken: protect(`timeout: { total: "2s", connect: "3s" }`),
    at: '"3s"',
    says: "making a connection may take 3 s, but `total` is 2 s: nothing is left for the call",
    kept: [],
    repairs: [{ help: /lower `connect` below (2 s)$/, replace: "3s", by: () => "1999ms" }],
  },
  {
    rule: "not-replayed",
    targets: code,
    broken: protect(`retry: { max_attempts: 3, on: ["connect_failure", "timeout", "503"] }`),
    at: '["connect_failure", "timeout", "503"]',
    says: "`code` sees no method, so calls that may have been served are not tried again: `timeout`, `503`",
    kept: [
      protect(`retry: { max_attempts: 3, on: ["connect_failure", "429"] }`),
      protect(`retry: { max_attempts: 3 }, idempotent: true`),
      protect(`retry: { max_attempts: 1 }`),
    ],
    repairs: [{ help: /set `(idempotent: true)`/, replace: "retry:", by: (field) => `${field}, retry:` }],
  },
];
