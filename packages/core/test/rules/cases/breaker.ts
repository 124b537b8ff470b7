import { moved, type RuleCase } from "../rule-case.ts";

const protect = (breaker: string, more = ""): string =>
  `fault_tolerance A {\n  circuit_breaker: { ${breaker} }\n  ${more}\n}`;

export const breakerCases: readonly RuleCase[] = [
  {
    rule: "breaker-blind",
    broken: protect('failure_threshold: "50%", sliding_window: "10s"', 'load: "30 req/m"'),
    at: '"10s"',
    says: "the breaker needs 10 calls in 10 s and sees 5 of 0.5 req/s: it cannot open however much fails",
    kept: [
      protect('failure_threshold: "50%", sliding_window: "10s"', 'load: "1 req/s"'),
      protect("failure_threshold: 5", 'load: "1 req/h"'),
    ],
    undecided: {
      model: protect('failure_threshold: "50%", sliding_window: "10s"'),
      says: "`breaker-blind` was not decided: it holds if `load` >= 1 req/s",
    },
    repairs: [
      {
        help: /widen `sliding_window` to "(\w+)"/,
        replace: '"10s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1000),
      },
      {
        help: /lower `minimum_request_count` to (\d+)/,
        replace: "failure_threshold",
        by: (count) => `minimum_request_count: ${count}, failure_threshold`,
      },
    ],
  },
  {
    rule: "threshold-above-minimum",
    broken: protect("failure_threshold: 11, minimum_request_count: 10"),
    at: "11",
    says: "11 failures of 10 calls are a rate above 100 %: the breaker can never open",
    kept: [protect("failure_threshold: 10, minimum_request_count: 10"), protect("failure_threshold: 11")],
    repairs: [
      { help: /lower `failure_threshold` to (\d+) or less/, replace: "11", by: (count = "") => count },
      { help: /raise `minimum_request_count` to (\d+)$/, replace: "10", by: (count = "") => count },
    ],
  },
  {
    rule: "threshold-missing",
    broken: protect("failure_threshold: {}"),
    at: "{}",
    says: "`failure_threshold` says no threshold",
    // The second is out of range, which is said, but there is one.
    kept: [protect("failure_threshold: { failures: 5 }"), protect("failure_threshold: { count: 0 }")],
    repairs: [
      { help: /write `(failure_threshold: 5)`/, replace: "failure_threshold: {}", by: (field = "") => field },
      { help: /`("50%")`/, replace: "{}", by: (share = "") => share },
      { help: /`({ failures: 5 })`/, replace: "{}", by: (count = "") => count },
      { help: /`({ consecutive: 5 })`/, replace: "{}", by: (count = "") => count },
    ],
  },
  {
    rule: "threshold-twice",
    broken: protect("failure_threshold: { failures: 5, consecutive: 3 }"),
    at: "consecutive",
    says: "a threshold is one of `count`, `ratio`, `failures` and `consecutive`; here are `failures`, `consecutive`",
    kept: [protect("failure_threshold: { consecutive: 3 }")],
    repairs: [{ help: /^keep one of them$/, replace: ", consecutive: 3", by: () => "" }],
  },
  {
    rule: "minimum-exceeds-window",
    broken: protect("failure_threshold: 5, minimum_request_count: 21, sliding_window: 20"),
    at: "20",
    says: "the window holds 20 calls, but 21 are needed before the breaker can open",
    kept: [
      protect("failure_threshold: 5, minimum_request_count: 20, sliding_window: 20"),
      // Failures in a row need no window.
      protect("failure_threshold: 5, sliding_window: 2"),
    ],
    repairs: [
      { help: /raise `sliding_window` to (\d+)/, replace: "20", by: (size = "") => size },
      { help: /lower `minimum_request_count` to (\d+)$/, replace: "21", by: (size = "") => size },
    ],
  },
  {
    // A share has a minimum of ten where none is written.
    rule: "minimum-exceeds-window",
    broken: protect(`failure_threshold: "50%", sliding_window: 9`),
    at: "9",
    says: "the window holds 9 calls, but 10 are needed before the breaker can open",
    kept: [protect(`failure_threshold: "50%", sliding_window: 10`)],
    repairs: [
      { help: /raise `sliding_window` to (\d+)/, replace: "9", by: (size = "") => size },
      {
        help: /lower `(minimum_request_count)` to (\d+)$/,
        replace: "sliding",
        by: (field, size) => `${field}: ${size}, sliding`,
      },
    ],
  },
  {
    rule: "minimum-exceeds-window",
    broken: protect("failure_threshold: { failures: 6 }, minimum_request_count: 2, sliding_window: 5"),
    at: "5",
    says: "the window holds 5 calls, but 6 are needed before the breaker can open",
    kept: [protect("failure_threshold: { failures: 5 }, minimum_request_count: 2, sliding_window: 5")],
    repairs: [
      {
        help: /raise `sliding_window` to (\d+)/,
        replace: "sliding_window: 5",
        by: (size) => `sliding_window: ${size}`,
      },
      { help: /lower `failures` to (\d+)$/, replace: "6", by: (size = "") => size },
    ],
  },
  {
    // The draft's numbers: one caller completes five calls of two seconds in ten.
    rule: "hang-never-opens",
    broken: protect("failure_threshold: 5, minimum_request_count: 10", `timeout: "2s"`),
    at: "circuit_breaker",
    says: "a single caller whose calls hang completes 5 in the window of 10 s, the breaker needs 10: it opens only for 2 callers or more",
    kept: [
      protect("failure_threshold: 5, minimum_request_count: 5", `timeout: "2s"`),
      protect("failure_threshold: 10", `timeout: "2s"`),
      protect("failure_threshold: 5, minimum_request_count: 10, sliding_window: 20", `timeout: "2s"`),
      protect("failure_threshold: 5, minimum_request_count: 10"),
    ],
    repairs: [
      {
        help: /lower `total` to "(\w+)"/,
        replace: '"2s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1000),
      },
      {
        help: /widen `sliding_window` to "(\w+)"/,
        replace: "failure_threshold",
        by: (time) => `sliding_window: "${time}", failure_threshold`,
        short: (time) => `sliding_window: ${moved(time ?? "", -1000)}, failure_threshold`,
      },
    ],
  },
  {
    // Pauses take time too: three attempts and their pauses are 1.998 s, so ten seconds hold sixteen calls, not eighteen.
    rule: "hang-never-opens",
    broken: protect(
      `failure_threshold: 5, minimum_request_count: 17, sliding_window: "10s"`,
      `idempotent: true, retry: { max_attempts: 3, backoff: "exponential" }, timeout: { total: "2s", per_attempt: "566ms" }`,
    ),
    at: '"10s"',
    says: "a single caller whose calls hang completes 16 in the window of 10 s, the breaker needs 17: it opens only for 2 callers or more",
    kept: [
      protect(
        `failure_threshold: 5, minimum_request_count: 16, sliding_window: "10s"`,
        `idempotent: true, retry: { max_attempts: 3, backoff: "exponential" }, timeout: { total: "2s", per_attempt: "566ms" }`,
      ),
      // What is not idempotent is not tried again, so one call follows the other without a pause.
      protect(
        `failure_threshold: 5, minimum_request_count: 17, sliding_window: "10s"`,
        `retry: { max_attempts: 3, backoff: "exponential" }, timeout: { total: "2s", per_attempt: "566ms" }`,
      ),
    ],
    repairs: [
      {
        help: /widen `sliding_window` to "(\w+)"/,
        replace: '"10s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1000),
      },
      { help: /lower `per_attempt` to "(\w+)"/, replace: "566ms", by: (time = "") => time },
    ],
  },
  {
    rule: "bulkhead-starves-breaker",
    broken: protect(
      `failure_threshold: 5, minimum_request_count: 10, sliding_window: "4s"`,
      `timeout: "2s", bulkhead: { max_concurrent_calls: 4 }`,
    ),
    at: "4",
    says: "calls that hang never open the breaker: it needs 10 in 4 s, but the 4 that run at once complete 8",
    kept: [
      protect(
        `failure_threshold: 5, minimum_request_count: 8, sliding_window: "4s"`,
        `timeout: "2s", bulkhead: { max_concurrent_calls: 4 }`,
      ),
      protect(`failure_threshold: 10, sliding_window: "4s"`, `timeout: "2s", bulkhead: { max_concurrent_calls: 4 }`),
    ],
    repairs: [
      {
        help: /raise `max_concurrent_calls` to (\d+)/,
        replace: "calls: 4",
        by: (count) => `calls: ${count}`,
        short: () => "calls: 4 ",
      },
      { help: /lower `minimum_request_count` to (\d+)/, replace: "10", by: (count = "") => count, short: () => "9" },
    ],
  },
  {
    rule: "bulkhead-starves-breaker",
    broken: protect(
      `failure_threshold: { failures: 10 }, sliding_window: "4s"`,
      `timeout: "2s", bulkhead: { max_concurrent_calls: 4 }`,
    ),
    at: "4",
    says: "calls that hang never open the breaker: it needs 10 in 4 s, but the 4 that run at once complete 8",
    kept: [],
    repairs: [
      {
        help: /raise `max_concurrent_calls` to (\d+) or more$/,
        replace: "calls: 4",
        by: (count) => `calls: ${count}`,
        short: () => "calls: 4 ",
      },
    ],
  },
  {
    rule: "window-below-timeout",
    broken: protect(`failure_threshold: "50%", sliding_window: "3s"`, `timeout: "2s"`),
    at: '"3s"',
    says: "the window of 3 s is shorter than two attempts of 2 s: hanging calls leave it before they are counted together",
    kept: [
      protect(`failure_threshold: "50%", sliding_window: "4s"`, `timeout: "2s"`),
      protect(`failure_threshold: "50%", sliding_window: "3s"`, `timeout: { total: "2s", per_attempt: "1500ms" }`),
      protect(`failure_threshold: 5, sliding_window: "3s"`, `timeout: "2s"`),
      protect(`failure_threshold: "50%", sliding_window: 10`, `timeout: "2s"`),
    ],
    repairs: [
      { help: /widen `sliding_window` to "(\w+)"/, replace: "3s", by: (time = "") => time, short: () => "3999ms" },
    ],
  },
  {
    // Five failures in ten seconds at 100 calls per second and the permitted one percent of errors.
    rule: "count-trips-early",
    broken: `${protect("failure_threshold: { failures: 10 }")}
benchmark A { constraints: { min_throughput: "100 req/s" } }
verify_fault_tolerance A { constraints: { max_error_rate: 0.01 } }`,
    at: "10",
    says: "100 calls per second with 1 % of errors are 10 failures in 10 s: 10 open the breaker inside the objective",
    kept: [
      `${protect("failure_threshold: { failures: 11 }")}
benchmark A { constraints: { min_throughput: "100 req/s" } }
verify_fault_tolerance A { constraints: { max_error_rate: 0.01 } }`,
      // Each of two processes has a breaker of its own and sees half of the calls.
      `${protect("failure_threshold: { failures: 10 }")}
benchmark A { constraints: { min_throughput: "100 req/s" } }
verify_fault_tolerance A { constraints: { max_error_rate: 0.01 } }
deploy_kubernetes A { replicas: 2 }`,
    ],
    repairs: [
      { help: /raise `failures` to (\d+)/, replace: "failures: 10", by: (count) => `failures: ${count}` },
      { help: /`failure_threshold: ("50%")`/, replace: "{ failures: 10 }", by: (share = "") => share },
    ],
  },
  {
    rule: "count-trips-early",
    broken: `${protect("failure_threshold: { failures: 5 }")}
benchmark A { constraints: { min_throughput: "100 req/s" } }
verify_fault_tolerance A { constraints: { min_availability: 0.99 } }`,
    at: "5",
    says: "100 calls per second with 1 % of errors are 10 failures in 10 s: 5 open the breaker inside the objective",
    kept: [
      `${protect("failure_threshold: { failures: 5 }")}\nbenchmark A { constraints: { min_throughput: "100 req/s" } }`,
    ],
    repairs: [
      {
        help: /raise `failures` to (\d+)/,
        replace: "failures: 5",
        by: (count) => `failures: ${count}`,
        short: () => "failures: 10",
      },
    ],
  },
  {
    // What is known of the load and of its usual errors does as well as what is demanded and permitted.
    rule: "count-trips-early",
    broken: protect("failure_threshold: { failures: 5 }", 'load: "2000 req/m", error_rate: "1.5%"'),
    at: "5",
    says: "33.333 calls per second with 1.5 % of errors are 5 failures in 10 s: 5 open the breaker inside the objective",
    kept: [
      protect("failure_threshold: { failures: 5 }", 'load: "1999 req/m", error_rate: "1.5%"'),
      protect("failure_threshold: 5", 'load: "2000 req/m", error_rate: "1.5%"'),
    ],
    undecided: {
      model: `${protect("failure_threshold: { failures: 5 }", 'load: "100 req/s"')}\ndeploy_kubernetes A { replicas: 2 }`,
      says: "`count-trips-early` was not decided: it holds if 100 req/s * `error_rate` * 10 s < 10",
    },
    repairs: [
      {
        help: /raise `failures` to (\d+)/,
        replace: "failures: 5",
        by: (count) => `failures: ${count}`,
        short: () => "failures: 5 ",
      },
    ],
  },
  {
    rule: "reset-outlasts-outage",
    broken: protect('failure_threshold: 5, reset_timeout: "30s"', 'outage: "12s"'),
    at: '"30s"',
    says: "an outage of 12 s keeps callers out for 30 s, 2.5 times as long: no probe comes before",
    kept: [
      protect('failure_threshold: 5, reset_timeout: "12s"', 'outage: "12s"'),
      // Whoever resets it by hand sees for himself.
      protect('failure_threshold: 5, reset_timeout: "30s", half_open_state: false', 'outage: "12s"'),
    ],
    undecided: {
      model: protect("failure_threshold: 5", 'load: "1 req/s"'),
      says: "`reset-outlasts-outage` was not decided: it holds if `outage` >= 30 s",
    },
    repairs: [
      {
        help: /lower `reset_timeout` to "(\w+)"/,
        replace: "30s",
        by: (time = "") => time,
        short: () => "12001ms",
      },
    ],
  },
];
