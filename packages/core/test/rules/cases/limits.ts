import type { RuleCase } from "../rule-case.ts";

const gateway = (limit: string, more = ""): string => `fault_tolerance A {}
load_balancer Gateway { calls: [A], rate_limiting: { ${limit} } }
benchmark A { constraints: { min_throughput: "1000 req/s" } }
${more}`;

export const limitCases: readonly RuleCase[] = [
  {
    rule: "limit-below-demand",
    broken: gateway(`requests_per_second: 999, per: "cluster"`),
    at: '"1000 req/s"',
    says: "`min_throughput` asks for 1000 per second, `rate_limiting` admits 999 per second",
    kept: [
      gateway(`requests_per_second: 1000, per: "cluster"`),
      gateway(`requests_per_second: "60000/m", per: "cluster"`),
      gateway(`requests_per_second: 999, per: "cluster", enabled: false`),
      gateway("requests_per_second: 999"),
    ],
    repairs: [
      { help: /raise `requests_per_second` to (\d+) or more/, replace: "999", by: (rate = "") => rate },
      { help: /lower `min_throughput` to (\d+)$/, replace: '"1000 req/s"', by: (rate = "") => rate },
    ],
  },
  {
    // Ten instances admit ten times as much.
    rule: "limit-below-demand",
    broken: gateway(`requests_per_second: 99, per: "instance"`, "deploy_kubernetes Gateway { replicas: 10 }"),
    at: '"1000 req/s"',
    says: "`min_throughput` asks for 1000 per second, `rate_limiting` admits 990 per second",
    kept: [gateway(`requests_per_second: 100, per: "instance"`, "deploy_kubernetes Gateway { replicas: 10 }")],
    repairs: [
      { help: /raise `requests_per_second` to (\d+) or more/, replace: "99,", by: (rate) => `${rate},` },
      { help: /lower `min_throughput` to (\d+)$/, replace: '"1000 req/s"', by: (rate = "") => rate },
    ],
  },
  {
    rule: "limit-below-benchmark",
    broken: gateway("requests_per_second: 100"),
    at: '"1000 req/s"',
    says: "`min_throughput` asks for 1000 per second, but one client address is admitted 100 per second: a benchmark from one machine cannot show it",
    kept: [gateway(`requests_per_second: 1000, per: "client"`), gateway(`requests_per_second: 100, per: "cluster"`)],
    repairs: [
      {
        help: /raise `requests_per_second` to (\d+), or measure from 10 addresses$/,
        replace: "100",
        by: (rate = "") => rate,
        short: () => "999",
      },
    ],
  },
  {
    // The autoscaler decides how many there can be.
    rule: "limit-per-instance",
    broken: `load_balancer A { rate_limiting: { requests_per_second: 100, per: "instance" } }
deploy_kubernetes A { replicas: 3, horizontal_pod_autoscaler: { min_replicas: 2, max_replicas: 10 } }`,
    at: "100",
    says: "100 per second in each of 10 instances are up to 1000 per second together",
    kept: [
      `load_balancer A { rate_limiting: { requests_per_second: 100, per: "instance" } }\ndeploy_kubernetes A { replicas: 1 }`,
      `load_balancer A { rate_limiting: { requests_per_second: 100, per: "instance" } }`,
      `load_balancer A { rate_limiting: { requests_per_second: 100 } }\ndeploy_kubernetes A { replicas: 3 }`,
    ],
    repairs: [{ help: /write `per: "(\w+)"`/, replace: "instance", by: (scope = "") => scope }],
  },
  {
    rule: "limit-per-instance",
    broken: `load_balancer OrderGateway { rate_limiting: { requests_per_second: "30/m", per: "instance" } }
deploy_docker_compose OrderGateway { services: [{ name: "order-gateway", image: "g:1", replicas: 2 }, { name: "redis", replicas: 5 }] }`,
    at: '"30/m"',
    says: "30 in 60 s in each of 2 instances are up to 60 in 60 s together",
    kept: [],
    repairs: [{ help: /write `per: "(\w+)"`/, replace: "instance", by: (scope = "") => scope }],
  },
];
