import { moved, type RuleCase } from "../rule-case.ts";

const inside = (outer: string, inner: string): string =>
  `fault_tolerance Order {\n  ${outer}\n  calls: [Inventory]\n}\nfault_tolerance Inventory {\n  ${inner}\n}`;

export const callerCases: readonly RuleCase[] = [
  {
    // Five attempts of one second and their pauses of 0.1, 0.2, 0.4 and 0.8 s.
    rule: "callee-outlasts-caller",
    broken: inside('timeout: "2s"', 'retry: 5\n  timeout: { per_attempt: "1s" }'),
    at: '"1s"',
    says: "a call to `Inventory` may take 6.5 s, but `Order` gives up after 2 s: the work goes on for nobody",
    kept: [
      inside('timeout: "6500ms"', 'retry: 5\n  timeout: { per_attempt: "1s" }'),
      inside('timeout: "2s"', 'retry: 5\n  timeout: { total: "2s", per_attempt: "1s" }'),
      // Nobody says how long it may take, so the caller's deadline is the only one.
      inside('timeout: "2s"', "retry: 5"),
      `fault_tolerance Order { timeout: "2s" }\nfault_tolerance Inventory { timeout: "3s" }`,
    ],
    repairs: [
      {
        help: /lower `per_attempt` to "(\w+)"/,
        replace: '"1s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1000),
      },
      {
        help: /raise `total` of `Order` to "(\w+)"/,
        replace: '"2s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1),
      },
    ],
  },
  {
    // The pauses alone are longer than the caller's time.
    rule: "callee-outlasts-caller",
    broken: inside('timeout: "1s"', 'retry: 5\n  timeout: { per_attempt: "100ms" }'),
    at: '"100ms"',
    says: "a call to `Inventory` may take 2 s, but `Order` gives up after 1 s: the work goes on for nobody",
    kept: [],
    repairs: [{ help: /^raise `total` of `Order` to "(\w+)"$/, replace: '"1s"', by: (time) => `"${time}"` }],
  },
  {
    // A wait for a turn counts, and one attempt of the caller has to last.
    rule: "callee-outlasts-caller",
    broken: inside(
      'retry: 2\n  timeout: { total: "3s", per_attempt: "900ms" }',
      'timeout: { total: "5s", per_attempt: "500ms" }\n  bulkhead: { max_concurrent_calls: 4, max_wait_duration: "401ms" }',
    ),
    at: '"5s"',
    says: "a call to `Inventory` may take 901 ms, but `Order` gives up after 900 ms: the work goes on for nobody",
    kept: [
      inside(
        'retry: 2\n  timeout: { total: "3s", per_attempt: "900ms" }',
        'timeout: { total: "5s", per_attempt: "500ms" }\n  bulkhead: { max_concurrent_calls: 4, max_wait_duration: "400ms" }',
      ),
    ],
    repairs: [
      {
        help: /lower `total` to "(\w+)"/,
        replace: '"5s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1),
      },
      {
        help: /raise `per_attempt` of `Order` to "(\w+)"/,
        replace: "900ms",
        by: (time = "") => time,
        short: () => "900999us",
      },
    ],
  },
];
