import { moved, type RuleCase } from "../rule-case.ts";

const discovery = (check: string, client: string): string =>
  `service_discovery A { registry: consul, port: 80, health_check: { ${check} }, discovery: { ${client} } }`;
const alerts = (condition: string, duration = "1m"): string =>
  `metrics A { all: { error_rate: gauge, fallback_rate: gauge, response_time: histogram, circuit_breaker_state: gauge,
     registered_services: gauge, health_check_failures: counter } }
   alerts A { sick: { condition: "${condition}", duration: "${duration}" } }`;
const verify = (name: string, constraints: string): string =>
  `verify_fault_tolerance ${name} { constraints: { ${constraints} } }`;
const breaker = 'fault_tolerance A { circuit_breaker: { failure_threshold: 5, reset_timeout: "30s" } }';
const needing = (one: string, other: string, more = ""): string =>
  `fault_tolerance A { calls: [B, C] } fault_tolerance B { ${more} } fault_tolerance C { }
   ${verify("A", "min_availability: 0.99")} ${verify("B", one)} ${verify("C", other)}`;

export const objectiveCases: readonly RuleCase[] = [
  {
    // The draft's numbers.
    rule: "cache-outlives-instance",
    broken: discovery("deregister_critical_service_after: 1m, interval: 10s, timeout: 2s", 'cache_ttl: "5m"'),
    at: '"5m"',
    says: "a client that cannot ask the registry trusts what it knows for 5 m, and the registry forgets a failed instance after 1 m: calls may go to it for 5 m 12 s",
    kept: [
      discovery("deregister_critical_service_after: 1m", 'cache_ttl: "1m"'),
      discovery("interval: 10s", 'cache_ttl: "5m"'),
      discovery("deregister_critical_service_after: 1m", "refresh_interval: 5m"),
      discovery("deregister_critical_service_after: 1m, enabled: false", 'cache_ttl: "5m"'),
    ],
    repairs: [
      {
        help: /lower `cache_ttl` to "(\w+)"/,
        replace: '"5m"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1),
      },
    ],
  },
  {
    rule: "refresh-after-expiry",
    broken: discovery("", 'refresh_interval: "30s", cache_ttl: "30s"'),
    at: '"30s"',
    says: "a client asks the registry every 30 s, and what it knows expires after 30 s: in between it knows nothing",
    kept: [
      discovery("", 'refresh_interval: "29s", cache_ttl: "30s"'),
      discovery("", 'refresh_interval: "30s", cache_ttl: "0s"'),
      discovery("", 'refresh_interval: "30s"'),
    ],
    repairs: [
      { help: /raise `cache_ttl` to (".*"), or/, replace: 'cache_ttl: "30s"', by: (time) => `cache_ttl: ${time}` },
      {
        help: /lower `refresh_interval` below (.+)$/,
        replace: 'refresh_interval: "30s"',
        by: (time) => `refresh_interval: ${moved(time ?? "", -1)}`,
        short: (time) => `refresh_interval: ${moved(time ?? "", 0)}`,
      },
    ],
  },
  {
    rule: "several-checks",
    broken: discovery('http: "/health", tcp: "localhost:80", script: "true"', ""),
    at: "tcp",
    says: "`http`, `tcp`, `script` are 3 checks, and an instance is well only while all of them pass",
    kept: [discovery('http: "/health"', ""), discovery("", "")],
    repairs: [{ help: /keep `(http)` alone/, replace: ', tcp: "localhost:80", script: "true"', by: () => "" }],
  },
  {
    // The draft's numbers.
    rule: "alert-above-objective",
    broken: `${alerts("error_rate > 0.05")} ${verify("A", "max_error_rate: 0.01")}`,
    at: '"error_rate > 0.05"',
    says: "errors between 1 % and 5 % raise no alert, and `max_error_rate` of `verify_fault_tolerance` permits only 1 %",
    kept: [
      `${alerts("error_rate > 0.01")} ${verify("A", "max_error_rate: 0.01")}`,
      `${alerts("error_rate > 1%")} ${verify("A", "min_availability: 0.99")}`,
      `${alerts("error_rate < 0.05")} ${verify("A", "max_error_rate: 0.01")}`,
      `${alerts("fallback_rate > 0.05")} ${verify("A", "max_error_rate: 0.01")}`,
      `${alerts("error_rate > 0.05 and response_time > 1")} ${verify("A", "max_error_rate: 0.01")}`,
      alerts("error_rate > 0.05"),
    ],
    repairs: [
      {
        help: /write `(.+)`$/,
        replace: "error_rate > 0.05",
        by: (condition = "") => condition,
        short: (condition) => `${condition}1`,
      },
    ],
  },
  {
    rule: "alert-above-objective",
    broken: `${alerts("error_rate >= 0.5%")} benchmark A { constraints: { max_error_rate: "0.1%" } }`,
    at: '"error_rate >= 0.5%"',
    says: "errors between 0.1 % and 0.5 % raise no alert, and `max_error_rate` of `benchmark` permits only 0.1 %",
    kept: [`${alerts("error_rate >= 0.1%")} benchmark A { constraints: { max_error_rate: "0.1%" } }`],
    repairs: [{ help: /write `(.+)`$/, replace: "error_rate >= 0.5%", by: (condition = "") => condition }],
  },
  {
    // The draft's numbers.
    rule: "open-alert-restarts",
    broken: `${breaker} ${alerts("circuit_breaker_state == 1", "1m")}`,
    at: '"1m"',
    says: "an open breaker lets a probe through every 30 s, and then a `duration` of 1 m begins anew: the alert may never be raised",
    kept: [
      `${breaker} ${alerts("circuit_breaker_state == open", "29s")}`,
      `${breaker} ${alerts("circuit_breaker_state == 0", "1m")}`,
      `${breaker} ${alerts("circuit_breaker_state != open", "1m")}`,
      `fault_tolerance A { circuit_breaker: { failure_threshold: 5, half_open_state: false } }
       ${alerts("circuit_breaker_state == open", "1m")}`,
      alerts("circuit_breaker_state == open", "1m"),
    ],
    repairs: [
      {
        help: /lower `duration` below (.+)$/,
        replace: '"1m"',
        by: (time) => moved(time ?? "", -1),
        short: (time) => moved(time ?? "", 0),
      },
    ],
  },
  {
    rule: "dependencies-below-objective",
    broken: needing("min_availability: 0.995", "min_availability: 0.99"),
    at: "0.99",
    says: "`min_availability` is 99 %, but what the component needs (`B`, `C`) is together available for 98.505 %",
    kept: [
      needing("min_availability: 0.995", "min_availability: 0.995"),
      needing("min_availability: 0.9", "min_availability: 0.99", "fallback: return_empty"),
    ].map((text) => text.replace(verify("A", "min_availability: 0.99"), verify("A", "min_availability: 99%"))),
    undecided: {
      model: needing("min_availability: 0.995", "max_response_time: 1s"),
      says: "`dependencies-below-objective` was not decided: it holds if `C.min_availability` >= 0.994975",
    },
    repairs: [
      {
        help: /lower `min_availability` to (\S+) or less/,
        replace: "min_availability: 0.99",
        by: (share) => `min_availability: ${share}`,
        short: (share) => `min_availability: ${share}1`,
      },
    ],
  },
  {
    // The draft's numbers.
    rule: "objectives-differ",
    broken: `${verify("A", "max_error_rate: 0.01")} benchmark A { constraints: { max_error_rate: "0.001" } }`,
    at: "0.01",
    says: "`max_error_rate` permits 1 % of errors, and `benchmark.max_error_rate` only 0.1 %",
    kept: [
      `${verify("A", "max_error_rate: 0.01, min_availability: 0.99")} benchmark A { constraints: { max_error_rate: "1%" } }`,
      verify("A", "max_error_rate: 0.01"),
    ],
    repairs: [{ help: /write `(.+)`$/, replace: "max_error_rate: 0.01", by: (field = "") => field }],
  },
  {
    rule: "objectives-differ",
    broken: verify("A", "max_error_rate: 0.001, min_availability: 0.99"),
    at: "0.99",
    says: "`min_availability` permits 1 % of errors, and `verify_fault_tolerance.max_error_rate` only 0.1 %",
    kept: [verify("A", "max_error_rate: 0.001, min_availability: 0.999")],
    repairs: [{ help: /write `(.+)`$/, replace: "min_availability: 0.99", by: (field = "") => field }],
  },
  {
    rule: "absence-alert-late",
    broken: `${discovery("deregister_critical_service_after: 1m, interval: 10s, timeout: 2s", "")}
      ${alerts("registered_services == 0", "30s")}`,
    at: '"30s"',
    says: "the alert is raised 1 m 42 s after the last instance failed: 12 s until a check has failed, 1 m until the registry forgets the instance, then `duration` 30 s",
    kept: [
      `${discovery("deregister_critical_service_after: 1m, interval: 10s, timeout: 2s", "")}
       ${alerts("registered_services == 0", "72s")}`,
      `${discovery("deregister_critical_service_after: 1m", "")} ${alerts("registered_services > 0", "30s")}`,
    ],
    undecided: {
      model: alerts("registered_services == 0", "30s"),
      says: "`absence-alert-late` was not decided: it holds if `interval` + `timeout` + `deregister_critical_service_after` <= 30 s",
    },
    repairs: [{ help: /say `(.+)` if/, replace: "registered_services == 0", by: (condition = "") => condition }],
  },
];
