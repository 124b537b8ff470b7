import type { RuleCase } from "../rule-case.ts";

export const patternCases: readonly RuleCase[] = [
  {
    rule: "unknown-pattern",
    broken: `generate_java A { patterns: ["fault_tolerence"] }\nfault_tolerance A {}`,
    at: "fault_tolerence",
    says: "`fault_tolerence` is no block kind, so nothing is made of it",
    kept: [`generate_java A { patterns: ["fault_tolerance"] }\nfault_tolerance A {}`],
    repairs: [{ help: /write `("fault_tolerance")`$/, replace: '"fault_tolerence"', by: (kind = "") => kind }],
  },
  {
    // A part of a kind is no kind.
    rule: "unknown-pattern",
    broken: `generate_tests A { type: "unit", patterns: ["circuit_breaker"] }\nfault_tolerance A {}`,
    at: "circuit_breaker",
    says: "`circuit_breaker` is no block kind, so nothing is made of it",
    kept: [],
    repairs: [{ help: /write `("fault_tolerance")`$/, replace: '"circuit_breaker"', by: (kind = "") => kind }],
  },
  {
    rule: "unknown-pattern",
    broken: `event_driven_pattern A { patterns: ["event_sourcing"] }`,
    at: "event_sourcing",
    says: "`event_sourcing` is no block kind, so nothing is made of it",
    // A system's patterns are those of its services, so none of its own need be there.
    kept: [`event_driven_pattern A { patterns: ["message_queue"] }`],
    repairs: [{ help: /use a kind/, replace: "event_sourcing", by: () => "message_queue" }],
  },
  {
    rule: "pattern-not-defined",
    broken: `generate_java OrderService { patterns: ["fault_tolerance", "load_balancer"] }
fault_tolerance OrderService {}
load_balancer ApiGateway {}
load_balancer WebCluster {}`,
    at: "load_balancer",
    says: "`OrderService` has no `load_balancer` block",
    kept: [
      `generate_java OrderService { patterns: ["load_balancer"] }\nload_balancer OrderService {}`,
      `generate_java OrderService { patterns: [{ pattern: "load_balancer", of: "api_gateway" }] }\nload_balancer ApiGateway {}`,
      `microservice_pattern Shop { patterns: ["load_balancer"] }`,
    ],
    repairs: [
      {
        help: /declare `(load_balancer OrderService { )... }`/,
        replace: "load_balancer ApiGateway",
        by: (block) => `${block} }\nload_balancer ApiGateway`,
      },
      { help: /`("load_balancer = ApiGateway")`/, replace: '"load_balancer"', by: (pattern = "") => pattern },
      { help: /`("load_balancer = WebCluster")`$/, replace: '"load_balancer"', by: (pattern = "") => pattern },
    ],
  },
  {
    rule: "pattern-not-defined",
    broken: `generate_java A { patterns: ["load_balancer = Gone"] }`,
    at: "load_balancer",
    says: "`Gone` has no `load_balancer` block",
    kept: [],
    repairs: [
      {
        help: /declare `(load_balancer Gone { )... }`, or remove the pattern$/,
        replace: "generate_java",
        by: (block) => `${block} }\ngenerate_java`,
      },
    ],
  },
];
