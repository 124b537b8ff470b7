import { moved, type RuleCase } from "../rule-case.ts";

const protect = (retry: string, timeout: string): string =>
  `fault_tolerance A {\n  retry: { ${retry} }\n  timeout: { ${timeout} }\n}`;

export const attemptCases: readonly RuleCase[] = [
  {
    rule: "dead-attempt",
    broken: protect(`max_attempts: 3, backoff: "fixed", initial_delay: "100ms"`, `total: "1s", per_attempt: "400ms"`),
    at: "3",
    says: "attempt 3 can never start when those before it time out: with their pauses they take 1 s, the total timeout is 1 s",
    kept: [
      protect(`max_attempts: 3, backoff: "fixed", initial_delay: "100ms"`, `total: "1000001us", per_attempt: "400ms"`),
      protect(`max_attempts: 2, backoff: "fixed", initial_delay: "100ms"`, `total: "1s", per_attempt: "400ms"`),
      protect(`max_attempts: 3, backoff: "fixed", initial_delay: "100ms"`, `per_attempt: "400ms"`),
    ],
    repairs: [
      {
        help: /raise `total` above ([^,]+),/,
        replace: '"1s"',
        by: (time) => moved(time ?? "", 1),
        short: (time) => moved(time ?? "", 0),
      },
      { help: /lower `per_attempt` to "([^"]+)"/, replace: "400ms", by: (time = "") => time },
      { help: /lower `max_attempts` to (\d+)$/, replace: "3", by: (count = "") => count },
    ],
  },
  {
    // The draft's numbers, with a limit that is too generous.
    rule: "dead-attempt",
    broken: protect(`max_attempts: 3, backoff: "exponential"`, `total: "2s", per_attempt: "1s"`),
    at: "3",
    says: "attempt 3 can never start when those before it time out: with their pauses they take 2.3 s, the total timeout is 2 s",
    kept: [protect(`max_attempts: 3, backoff: "exponential"`, `total: "2s", per_attempt: "849ms"`)],
    repairs: [
      { help: /lower `per_attempt` to "([^"]+)"/, replace: "1s", by: (time = "") => time, short: () => "850ms" },
    ],
  },
  {
    rule: "late-attempt",
    broken: protect("max_attempts: 3", `total: "1s", per_attempt: "450ms"`),
    at: "3",
    says: "attempt 3 may never start when those before it time out: with the longest pauses they take 1.2 s, the total timeout is 1 s",
    kept: [
      protect("max_attempts: 3", `total: "1200001us", per_attempt: "450ms"`),
      // Here it never starts, whatever the jitter.
      protect("max_attempts: 3", `total: "1s", per_attempt: "500ms"`),
    ],
    repairs: [
      {
        help: /raise `total` above ([^,]+),/,
        replace: '"1s"',
        by: (time) => moved(time ?? "", 1),
        short: (time) => moved(time ?? "", 0),
      },
      { help: /lower `per_attempt` to "([^"]+)"/, replace: "450ms", by: (time = "") => time, short: () => "350ms" },
      { help: /lower `max_attempts` to (\d+)$/, replace: "3", by: (count = "") => count },
    ],
  },
  {
    rule: "late-attempt",
    broken: protect(`max_attempts: 4, backoff: "decorrelated_jitter"`, `total: "2s", per_attempt: "400ms"`),
    at: "4",
    says: "attempt 4 may never start when those before it time out: with the longest pauses they take 2.5 s, the total timeout is 2 s",
    kept: [protect(`max_attempts: 4, backoff: "decorrelated_jitter"`, `total: "2s", per_attempt: "233ms"`)],
    repairs: [
      { help: /lower `per_attempt` to "([^"]+)"/, replace: "400ms", by: (time = "") => time, short: () => "234ms" },
    ],
  },
  {
    rule: "dead-pause",
    broken: protect(`max_attempts: 4, backoff: "fixed", initial_delay: "500ms"`, `total: "1s"`),
    at: "4",
    says: "attempt 3 can never start: the pauses before it alone take 1 s, the total timeout is 1 s",
    kept: [protect(`max_attempts: 4, backoff: "fixed", initial_delay: "333ms"`, `total: "1s"`)],
    repairs: [
      {
        help: /raise `total` above ([^,]+), or/,
        replace: '"1s"',
        by: (time) => moved(time ?? "", 1),
        short: (time) => moved(time ?? "", 0),
      },
      { help: /lower `max_attempts` to (\d+)$/, replace: "4", by: (count = "") => count, short: () => "3" },
    ],
  },
  {
    rule: "hang-eats-attempts",
    broken: protect(`max_attempts: 3, backoff: "exponential"`, `total: "2s"`),
    at: '"2s"',
    says: "a first attempt that hangs uses up the total timeout of 2 s, so the other 2 never run",
    kept: [
      protect(`max_attempts: 1`, `total: "2s"`),
      protect(`max_attempts: 3, backoff: "exponential"`, `total: "2s", per_attempt: "566ms"`),
      protect(`max_attempts: 3, backoff: "exponential", on: ["503"]`, `total: "2s"`),
    ],
    repairs: [
      {
        help: /add `(per_attempt: "566ms")`: then all 3 attempts fit$/,
        replace: "}\n}",
        by: (field) => `${field} }\n}`,
      },
    ],
  },
  {
    rule: "hang-eats-attempts",
    broken: `fault_tolerance Shop { retry: 3, timeout: "2s" }`,
    at: '"2s"',
    says: "a first attempt that hangs uses up the total timeout of 2 s, so the other 2 never run",
    kept: [`fault_tolerance Shop { retry: 1, timeout: "2s" }`],
    repairs: [
      {
        help: /write `(timeout: \{ total: "2s", per_attempt: "566ms" \})`: then all 3 attempts fit$/,
        replace: 'timeout: "2s"',
        by: (group = "") => group,
      },
    ],
  },
  {
    rule: "hang-eats-attempts",
    broken: protect("max_attempts: 5", `total: "1s"`),
    at: '"1s"',
    says: "a first attempt that hangs uses up the total timeout of 1 s, so the other 4 never run",
    kept: [],
    repairs: [
      {
        help: /raise `total` above ([^,]+), which the pauses alone may take, then add `per_attempt`$/,
        replace: 'total: "1s"',
        by: (time) => `total: ${moved(time ?? "", 6000)}, per_attempt: "1ms"`,
      },
    ],
  },
  {
    rule: "max-delay-unreachable",
    broken: protect(`max_attempts: 3, backoff: "exponential", max_delay: "1s"`, ""),
    at: '"1s"',
    says: "the longest of the pauses 100 ms, 200 ms stays below `max_delay` 1 s",
    kept: [
      protect(`max_attempts: 3, backoff: "exponential", max_delay: "200ms"`, ""),
      protect(`max_attempts: 3, backoff: "exponential"`, ""),
    ],
    repairs: [
      { help: /remove `max_delay`/, replace: `, max_delay: "1s"`, by: () => "" },
      { help: /raise `max_attempts` to (\d+)$/, replace: "3", by: (count = "") => count, short: () => "5" },
    ],
  },
  {
    // Pauses that never grow reach nothing, however many there are.
    rule: "max-delay-unreachable",
    broken: protect(`max_attempts: 3, backoff: "fixed", max_delay: "101ms"`, ""),
    at: '"101ms"',
    says: "the longest of the pauses 100 ms, 100 ms stays below `max_delay` 101 ms",
    kept: [protect(`max_attempts: 3, backoff: "fixed", max_delay: "100ms"`, "")],
    repairs: [{ help: /^remove `max_delay`$/, replace: `, max_delay: "101ms"`, by: () => "" }],
  },
  {
    rule: "lock-step",
    broken: protect(`max_attempts: 2, backoff: "fixed"`, ""),
    at: '"fixed"',
    says: "`fixed` pauses are the same for all callers, so they come back together",
    kept: [
      protect(`max_attempts: 1, backoff: "fixed"`, ""),
      protect("max_attempts: 2", ""),
      protect(`max_attempts: 2, backoff: "none"`, ""),
    ],
    repairs: [{ help: /use `(\w+)`/, replace: "fixed", by: (backoff = "") => backoff }],
  },
  {
    rule: "retry-shorthand",
    broken: "fault_tolerance A { retry: 5 }",
    at: "5",
    says: "a plain number is all attempts, the first included: 5, with exponential_jitter pauses from 100 ms up to 1 s",
    kept: ["fault_tolerance A { retry: {} }", "fault_tolerance A { retry: 1 }", "fault_tolerance A {}"],
    repairs: [{ help: /write `(retry: { max_attempts: 5 })`/, replace: "retry: 5", by: (field = "") => field }],
  },
];
