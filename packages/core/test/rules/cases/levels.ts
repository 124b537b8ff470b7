import type { RuleCase } from "../rule-case.ts";

const levels = (...all: readonly string[]): string =>
  `multi_level_fault_tolerance A { ${all.map((one, place) => `level_${place + 1}: { pattern: ${one} }`).join(" ")} }`;

export const levelCases: readonly RuleCase[] = [
  {
    rule: "level-missing",
    broken: "multi_level_fault_tolerance A { level_1: { pattern: retry } level_3: { pattern: fallback } }",
    at: "level_3",
    says: "`level_3` wraps `level_2`, which is not there",
    kept: [levels("retry", "fallback")],
    repairs: [
      { help: /say `(level_2)`/, replace: "level_3", by: (level) => `${level}: { pattern: bulkhead } level_3` },
      { help: /give the levels numbers/, replace: "level_3", by: () => "level_2" },
    ],
  },
  {
    rule: "level-missing",
    broken:
      "multi_level_fault_tolerance A { level_10: { pattern: retry } level_9: { pattern: fallback } level_8: { pattern: bulkhead } }",
    at: "level_8",
    says: "`level_8` wraps `level_7`, which is not there",
    kept: [],
    repairs: [
      {
        help: /give the levels numbers/,
        replace: /level_10.*/,
        by: () => "level_3: { pattern: retry } level_2: { pattern: fallback } level_1: { pattern: bulkhead } }",
      },
    ],
  },
  {
    rule: "level-twice",
    broken: levels("retry", "retry"),
    at: "retry",
    says: "`retry` is `level_1` already",
    kept: [levels("retry", "bulkhead")],
    repairs: [{ help: /remove one/, replace: " level_2: { pattern: retry }", by: () => "" }],
  },
  {
    rule: "level-order",
    broken: levels("retry", "circuit_breaker", "bulkhead", "fallback"),
    at: "A",
    says: "a call passes `fallback`, `bulkhead`, `circuit_breaker`, `retry`, from the outside in; without levels it would pass `fallback`, `bulkhead`, `retry`, `circuit_breaker`",
    kept: [levels("circuit_breaker", "retry", "bulkhead", "timeout", "fallback"), levels("retry")],
    repairs: [{ help: /remove the levels/, replace: /multi_level_fault_tolerance A {.*}/, by: () => "" }],
  },
  {
    rule: "fallback-hides-failure",
    broken: levels("fallback", "bulkhead", "retry"),
    at: "fallback",
    says: "`fallback` answers inside `retry`, which then sees no failure and never acts",
    kept: [levels("retry", "fallback"), levels("fallback", "bulkhead"), levels("retry")],
    repairs: [
      {
        help: /use a higher level for `fallback` than for `retry`/,
        replace: /level_1.*/,
        by: () => "level_1: { pattern: retry } level_2: { pattern: bulkhead } level_3: { pattern: fallback } }",
      },
    ],
  },
  {
    rule: "said-differently",
    broken: `fault_tolerance A { retry: { max_attempts: 3 } }
multi_level_fault_tolerance A { level_1: { pattern: retry max_attempts: 4 } }`,
    at: "4",
    says: "`max_attempts` is another value than `fault_tolerance A.retry.max_attempts`",
    kept: [
      `fault_tolerance A { retry: 3 }
multi_level_fault_tolerance A { level_1: { pattern: retry max_attempts: 3 max_delay: "2s" } }`,
      `fault_tolerance A {}
multi_level_fault_tolerance A { level_1: { pattern: retry max_attempts: 4 } }`,
      `load_balancer A { strategy: least_conn servers: [a] health_check: { interval: "9s" } }
adaptive_load_balancer A { strategies: [least_connections] health_check: { timeout: "3s" } }`,
    ],
    repairs: [
      { help: /write the same/, replace: "max_attempts: 4", by: () => "max_attempts: 3" },
      { help: /remove it in one/, replace: " max_attempts: 4", by: () => "" },
    ],
  },
  {
    rule: "said-differently",
    broken: `load_balancer A { servers: [a] health_check: { interval: "9s" } }
adaptive_load_balancer A { strategies: [round_robin] health_check: { interval: "10s" } }`,
    at: '"10s"',
    says: "`interval` is another value than `load_balancer A.health_check.interval`",
    kept: [],
    repairs: [{ help: /write the same/, replace: '"10s"', by: () => '"9s"' }],
  },
  {
    rule: "said-differently",
    broken: `load_balancer A { strategy: random servers: [a] }
adaptive_load_balancer A { strategies: [least_conn, random] }`,
    at: "least_conn",
    says: "`strategies[0]` is another value than `load_balancer A.strategy`",
    kept: [],
    repairs: [{ help: /write the same/, replace: "[least_conn, random]", by: () => "[random, least_conn]" }],
  },
  {
    rule: "first-strategy-only",
    broken: "load_balancer A { servers: [a] }\nadaptive_load_balancer A { strategies: [least_conn, round_robin] }",
    at: "least_conn",
    says: "an engine that cannot change strategies while it runs keeps the first, `least_conn`",
    kept: ["load_balancer A { servers: [a] }\nadaptive_load_balancer A { strategies: [least_conn] }"],
    repairs: [{ help: /say first/, replace: "[least_conn, round_robin]", by: () => "[round_robin]" }],
  },
  {
    rule: "nothing-to-adapt",
    broken: "adaptive_load_balancer A { strategies: [round_robin] }",
    at: "A",
    says: "`A` has no servers to choose from: no `load_balancer A` says where they are",
    kept: ["load_balancer A { servers: [a] }\nadaptive_load_balancer A { strategies: [round_robin] }"],
    repairs: [
      {
        help: /add `(load_balancer A {) servers: \[...\] }`/,
        replace: "adaptive",
        by: (block) => `${block} servers: [a] }\nadaptive`,
      },
    ],
  },
];
