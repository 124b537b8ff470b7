import type { RuleCase } from "../rule-case.ts";

const budget = (limit: string, protection: string): string =>
  `fault_tolerance A {\n  ${protection}\n}\nverify_fault_tolerance A { constraints: { max_response_time: "${limit}" } }`;

export const budgetCases: readonly RuleCase[] = [
  {
    rule: "budget-exceeded",
    broken: budget("1500ms", `timeout: "2s"`),
    at: '"1500ms"',
    says: "a call may take 2 s, `max_response_time` is 1.5 s",
    kept: [budget("2s", `timeout: "2s"`), `verify_fault_tolerance A { constraints: { max_response_time: "1s" } }`],
    repairs: [
      { help: /lower `total` to "(\w+)"/, replace: "2s", by: (time = "") => time },
      {
        help: /raise `max_response_time` to "(\w+)"$/,
        replace: "1500ms",
        by: (time = "") => time,
        short: () => "1999ms",
      },
    ],
  },
  {
    // Without a total: three attempts of 500 ms, their pauses, and the wait for a turn.
    rule: "budget-exceeded",
    broken: budget(
      "2s",
      `retry: { max_attempts: 3, backoff: "exponential" }, timeout: { per_attempt: "500ms" }, bulkhead: { max_wait_duration: "1s" }`,
    ),
    at: '"2s"',
    says: "a call may take 2.8 s, `max_response_time` is 2 s",
    kept: [
      budget(
        "2800ms",
        `retry: { max_attempts: 3, backoff: "exponential" }, timeout: { per_attempt: "500ms" }, bulkhead: { max_wait_duration: "1s" }`,
      ),
    ],
    repairs: [
      { help: /add `(total: "2s")`/, replace: `per_attempt: "500ms"`, by: (field) => `per_attempt: "500ms", ${field}` },
      {
        help: /raise `max_response_time` to "(\w+)"$/,
        replace: `"2s"`,
        by: (time) => `"${time}"`,
        short: () => '"2799ms"',
      },
    ],
  },
  {
    // A total that is never reached: two attempts of 500 ms and the pause of 100 ms end before.
    rule: "budget-exceeded",
    broken: budget("1s", `retry: 2, timeout: { total: "5s", per_attempt: "500ms" }`),
    at: '"1s"',
    says: "a call may take 1.1 s, `max_response_time` is 1 s",
    kept: [budget("1100ms", `retry: 2, timeout: { total: "5s", per_attempt: "500ms" }`)],
    repairs: [
      { help: /lower `total` to "(\w+)"/, replace: "5s", by: (time = "") => time },
      { help: /raise `max_response_time` to "(\w+)"$/, replace: '"1s"', by: (time) => `"${time}"` },
    ],
  },
  {
    rule: "budget-unbounded",
    broken: budget("3s", "retry: 2"),
    at: '"3s"',
    says: "a call that hangs never ends, `max_response_time` is 3 s",
    kept: [budget("3s", `retry: 2, timeout: { per_attempt: "1s" }`), budget("3s", `timeout: "3s"`)],
    repairs: [
      {
        help: /add `(timeout: "3s")` to `fault_tolerance A`$/,
        replace: "retry: 2",
        by: (field) => `retry: 2, ${field}`,
      },
    ],
  },
];
