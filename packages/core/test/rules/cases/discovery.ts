import type { RuleCase } from "../rule-case.ts";

const consul = (more: string): string => `service_discovery PaymentService { registry: consul ${more} }`;

export const discoveryCases: readonly RuleCase[] = [
  {
    rule: "script-check",
    broken: consul('port: 80 health_check: { script: "curl -f http://localhost" }'),
    at: "script",
    says: "whoever can register a service with a `script` check runs commands on the registry's machine",
    kept: [
      consul('port: 80 health_check: { http: "/health" }'),
      consul('port: 80 health_check: { enabled: false script: "true" }'),
    ],
    repairs: [{ help: /use `(http)` or `tcp`/, replace: /script: "[^"]*"/, by: (field) => `${field}: "/health"` }],
  },
  {
    rule: "deregister-too-soon",
    broken: consul('port: 80 health_check: { deregister_critical_service_after: "59s" }'),
    at: '"59s"',
    says: "Consul removes a failing service after a minute at the earliest, not after 59 s",
    kept: [
      consul('port: 80 health_check: { deregister_critical_service_after: "1m" }'),
      'service_discovery A { registry: nacos health_check: { deregister_critical_service_after: "59s" } }',
    ],
    repairs: [
      {
        help: /raise it to ("1m") or more/,
        replace: '"59s"',
        by: (least = "") => least,
        short: () => '"59999ms"',
      },
    ],
  },
  {
    rule: "metadata-too-long",
    broken: consul(`port: 80 metadata: { note: "${"x".repeat(513)}" }`),
    at: `"${"x".repeat(513)}"`,
    says: "the value of `note` has 513 characters, Consul takes at most 512",
    kept: [
      consul(`port: 80 metadata: { note: "${"x".repeat(512)}" }`),
      `service_discovery A { registry: eureka metadata: { note: "${"x".repeat(513)}" } }`,
    ],
    repairs: [
      {
        help: /lower it to (\d+) characters/,
        replace: /x{513}/,
        by: (most) => "x".repeat(Number(most)),
      },
    ],
  },
  {
    rule: "environment-drift",
    broken: consul('port: 80 tags: ["v1", "prod"] metadata: { environment: "staging" }'),
    at: '"prod"',
    says: "tag `prod` and `metadata.environment` `staging` are two environments",
    kept: [
      consul('port: 80 tags: ["v1", "production"] metadata: { environment: "prod" }'),
      consul('port: 80 tags: ["payment"] metadata: { environment: "staging" }'),
      consul('port: 80 tags: ["production"] metadata: { environment: "blue" }'),
      consul('port: 80 tags: ["production"]'),
    ],
    repairs: [
      { help: /write `("staging")` here/, replace: '"prod"', by: (tag = "") => tag },
      { help: /or `(environment: "prod")` there/, replace: 'environment: "staging"', by: (field = "") => field },
    ],
  },
  {
    rule: "registration-without-port",
    broken: consul('health_check: { http: "/health" }'),
    at: "PaymentService",
    says: "no port of `PaymentService` is known, and Consul is asked for one by every caller",
    kept: [
      consul("port: 80"),
      consul('health_check: { tcp: "localhost:8080" }'),
      `${consul("")}\ndeploy_kubernetes PaymentService { port: 8080 image: "a:1" }`,
      "service_discovery A { registry: etcd }",
    ],
    repairs: [{ help: /add `(port: 8080)`/, replace: "health_check", by: (field) => `${field} health_check` }],
  },
  {
    rule: "registry-without-checks",
    broken: 'service_discovery A { registry: "etcd" health_check: { interval: "5s" timeout: "1s" } }',
    at: "health_check",
    says: "`etcd` checks nothing: a lease that the service keeps alive stands in for `health_check`",
    kept: [
      'service_discovery A { registry: "etcd" }',
      'service_discovery A { registry: "etcd" health_check: { enabled: false } }',
      'service_discovery A { registry: "consul" port: 80 health_check: { interval: "5s" timeout: "1s" } }',
    ],
    repairs: [
      { help: /choose `(registry: "consul")`/, replace: 'registry: "etcd"', by: (field) => `${field} port: 80` },
    ],
  },
];
