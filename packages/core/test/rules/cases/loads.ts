import { moved, type RuleCase } from "../rule-case.ts";

const protect = (fields: string): string => `fault_tolerance A { ${fields} }`;
const chain = (outer: string, inner: string): string =>
  `fault_tolerance A { calls: [B] } fault_tolerance B { ${outer}, calls: [C] } fault_tolerance C { ${inner} }`;
const cache = (fields: string): string => `distributed_cache Cache { provider: redis, ${fields} }`;
const balance = (servers: string, facts: string): string =>
  `load_balancer Web { servers: [${servers}] } fault_tolerance Web { ${facts} }`;
const pods = (fields: string, more: string): string =>
  `deploy_kubernetes A { image: "a:1", port: 80, ${fields} } ${more}`;
const less = (count: string | undefined): string => String(Number(count) - 1);
const breaker = 'circuit_breaker: { failure_threshold: "50%" }';

export const loadCases: readonly RuleCase[] = [
  {
    rule: "attempts-multiply",
    broken: chain("retry: 3", "retry: { max_attempts: 5 }"),
    at: "5",
    says: "one request may become 15 calls of `C`, because several edges on the way retry: `B` × 3, `C` × 5",
    kept: [
      chain("retry: 1", "retry: 5"),
      chain("timeout: 9s", "retry: 5"),
      chain("retry: { max_attempts: 3, budget: 10% }", "retry: 5"),
      // Who always answers hides the failure from those further out.
      chain("retry: 3", "retry: 5, fallback: return_empty"),
    ],
    repairs: [
      {
        help: /lower `max_attempts` to (\d+)/,
        replace: "max_attempts: 5",
        by: (count) => `max_attempts: ${count}`,
        short: () => "max_attempts: 2",
      },
      { help: /with `(budget)`/, replace: "max_attempts: 5", by: (field) => `max_attempts: 5, ${field}: 10%` },
    ],
  },
  {
    // Three edges, and a ring that ends.
    rule: "attempts-multiply",
    broken: `fault_tolerance A { retry: 2, calls: [B], fallback: fail } fault_tolerance B { calls: [C] }
      fault_tolerance C { retry: 4, calls: [B] }`,
    at: "4",
    says: "one request may become 8 calls of `C`, because several edges on the way retry: `A` × 2, `C` × 4",
    kept: ["fault_tolerance A { retry: 4, calls: [B] } fault_tolerance B { calls: [A] }"],
    repairs: [{ help: /lower `max_attempts` to (\d+)/, replace: "retry: 4", by: (count) => `retry: ${count}` }],
  },
  {
    rule: "retry-storm",
    broken: protect('retry: 3, load: "40 req/s", capacity: "100 req/s"'),
    at: "retry",
    says: "40 req/s use 40 % of the capacity: once calls fail, 3 attempts make 120 req/s of them, more than the 100 req/s that can be served, and the overload keeps itself alive",
    kept: [
      protect('retry: 3, load: "100 req/s", capacity: "300 req/s"'),
      protect('retry: 1, load: "90 req/s", capacity: "100 req/s"'),
      protect(`retry: 3, load: "40 req/s", capacity: "100 req/s", ${breaker}`),
      protect('retry: { budget: 10% }, load: "40 req/s", capacity: "100 req/s"'),
      protect('retry: 3, load: "40 req/s", capacity: "100 req/s", bulkhead: 10'),
    ],
    undecided: {
      model: `${protect("retry: 3")} verify_fault_tolerance A { }`,
      says: "`retry-storm` was not decided: it holds if 3 × `load` <= `capacity`",
    },
    repairs: [
      {
        help: /lower `max_attempts` to (\d+)/,
        replace: "retry: 3",
        by: (count) => `retry: ${count}`,
        short: (count) => `retry: { max_attempts: ${Number(count) + 1} }`,
      },
      { help: /add a `circuit_breaker`$/, replace: "retry: 3", by: () => `retry: 3, ${breaker}` },
    ],
  },
  {
    rule: "retry-storm",
    broken: protect('retry: 2, load: "90 req/m", capacity: "2 req/s"'),
    at: "retry",
    says: "1.5 req/s use 75 % of the capacity: once calls fail, 2 attempts make 3 req/s of them, more than the 2 req/s that can be served, and the overload keeps itself alive",
    kept: [protect('retry: 2, load: "60 req/m", capacity: "2 req/s"')],
    undecided: {
      model: protect('retry: 2, load: "90 req/m"'),
      says: "`retry-storm` was not decided: it holds if `capacity` >= 3 req/s",
    },
    repairs: [{ help: /lower `max_attempts` to (\d+)/, replace: "retry: 2", by: (count) => `retry: ${count}` }],
  },
  {
    rule: "autoscaler-above-stable",
    broken: pods(
      "resources: { requests: { cpu: 100m } }, horizontal_pod_autoscaler: { max_replicas: 9, target_cpu_utilization_percentage: 70 }",
      protect('retry: 3, load: "1 req/s", capacity: "9 req/s"'),
    ),
    at: "70",
    says: "pods are added above 70 % of their processor time, but with 3 attempts an overload can keep itself alive above 33.333 %",
    kept: [
      pods(
        "resources: { requests: { cpu: 100m } }, horizontal_pod_autoscaler: { max_replicas: 9, target_cpu_utilization_percentage: 33 }",
        protect('retry: 3, load: "1 req/s", capacity: "9 req/s"'),
      ),
      // Seven tenths of a tenth of what a pod may use.
      pods(
        "resources: { requests: { cpu: 100m }, limits: { cpu: 500m } }, horizontal_pod_autoscaler: { max_replicas: 9, target_cpu_utilization_percentage: 70 }",
        protect("retry: 3"),
      ),
      pods(
        "resources: { requests: { cpu: 100m } }, horizontal_pod_autoscaler: { max_replicas: 9, target_cpu_utilization_percentage: 70 }",
        protect(`retry: 3, ${breaker}`),
      ),
    ],
    repairs: [
      {
        help: /lower `target_cpu_utilization_percentage` to (\d+)/,
        replace: "percentage: 70",
        by: (share) => `percentage: ${share}`,
        short: (share) => `percentage: ${Number(share) + 1}`,
      },
      { help: /add a `circuit_breaker`$/, replace: "retry: 3", by: () => `retry: 3, ${breaker}` },
    ],
  },
  {
    rule: "bulkhead-below-demand",
    broken: protect(`bulkhead: 10, load: "1000 req/s", latency: { p50: 20ms }, ${breaker}`),
    at: "10",
    says: "1000 req/s for each process, 20 ms each, are 20 calls at once, and `max_concurrent_calls` is 10: some wait or are refused while all is well",
    kept: [
      protect(`bulkhead: 20, load: "1000 req/s", latency: { p50: 20ms }, ${breaker}`),
      pods("replicas: 2", protect(`bulkhead: 10, load: "1000 req/s", latency: { p50: 20ms }, ${breaker}`)),
      // Half of the answers come before the slowest hundredth does.
      protect(`bulkhead: 10, load: "1000 req/s", latency: 10ms, ${breaker}`),
    ],
    undecided: {
      model: `${protect(`bulkhead: 10, ${breaker}`)} benchmark A { constraints: { min_throughput: "1000 req/s" } }`,
      says: "`bulkhead-below-demand` was not decided: it holds if `latency.p50` <= 10 ms",
    },
    repairs: [
      {
        help: /raise `max_concurrent_calls` to (\d+)/,
        replace: "bulkhead: 10",
        by: (count) => `bulkhead: ${count}`,
        short: (count) => `bulkhead: ${less(count)}`,
      },
    ],
  },
  {
    rule: "bulkhead-below-demand",
    broken: protect(`bulkhead: 1, load: "100 req/s", latency: { p50: 12ms }, ${breaker}`),
    at: "1",
    says: "100 req/s for each process, 12 ms each, are 1.2 calls at once, and `max_concurrent_calls` is 1: some wait or are refused while all is well",
    kept: [protect(`bulkhead: 2, load: "100 req/s", latency: { p50: 12ms }, ${breaker}`)],
    undecided: {
      model: `${protect(`bulkhead: 10, ${breaker}`)} verify_fault_tolerance A { }`,
      says: "`bulkhead-below-demand` was not decided: it holds if `load` × `latency.p50` <= 10",
    },
    repairs: [
      { help: /raise `max_concurrent_calls` to (\d+)/, replace: "bulkhead: 1", by: (count) => `bulkhead: ${count}` },
    ],
  },
  {
    // The draft's numbers, without its breaker: ten places for two seconds are five requests per second.
    rule: "hang-fills-bulkhead",
    broken: protect('bulkhead: 10, timeout: 2s, load: "100 req/s", latency: { p50: 20ms }'),
    at: "10",
    says: "calls that hang keep their 10 places for 2 s, so 5 req/s of 100 req/s for each process get one: 95 req/s are refused, also those that would be well",
    kept: [
      protect('bulkhead: 200, timeout: 2s, load: "100 req/s", latency: { p50: 20ms }'),
      protect(`bulkhead: 10, timeout: 2s, load: "100 req/s", latency: { p50: 20ms }, ${breaker}`),
      protect('bulkhead: 10, timeout: 100ms, load: "100 req/s", latency: { p50: 20ms }'),
    ],
    undecided: {
      model: `${protect("bulkhead: 10, timeout: 2s")} verify_fault_tolerance A { }`,
      says: "`hang-fills-bulkhead` was not decided: it holds if `load` <= 5 req/s",
    },
    repairs: [
      {
        help: /raise `max_concurrent_calls` to (\d+)/,
        replace: "bulkhead: 10",
        by: (count) => `bulkhead: ${count}`,
        short: (count) => `bulkhead: ${less(count)}`,
      },
      { help: /add a `circuit_breaker`$/, replace: "bulkhead", by: () => `${breaker}, bulkhead` },
    ],
  },
  {
    rule: "wait-eats-deadline",
    broken: protect('bulkhead: { max_wait_duration: "1s" }, timeout: 2s'),
    at: '"1s"',
    says: "a call may wait 1 s of its 2 s for its turn: 1 s are left for all attempts",
    kept: [
      protect('bulkhead: { max_wait_duration: "999ms" }, timeout: 2s'),
      // That is a mistake of its own.
      protect('bulkhead: { max_wait_duration: "2s" }, timeout: 2s'),
      protect('bulkhead: { max_wait_duration: "1s" }'),
    ],
    repairs: [
      {
        help: /lower `max_wait_duration` below (.+)$/,
        replace: '"1s"',
        by: (time) => moved(time ?? "", -1),
        short: (time) => moved(time ?? "", 0),
      },
    ],
  },
  {
    rule: "cold-cache",
    broken: cache('load: "500 req/s", source_capacity: "100 req/s"'),
    at: "load",
    says: "while the cache is empty 500 req/s reach what is behind it, which can answer 100 req/s: it may never fill again",
    kept: [
      cache('load: "100 req/s", source_capacity: "100 req/s"'),
      cache('load: "500 req/s", source_capacity: "100 req/s", coalesce: true'),
    ],
    undecided: {
      model: cache('load: "500 req/s"'),
      says: "`cold-cache` was not decided: it holds if `load` <= `source_capacity`",
    },
    repairs: [{ help: /set `(coalesce: true)`/, replace: "load", by: (field) => `${field}, load` }],
  },
  {
    // The draft's weights: the third server has half of them.
    rule: "survivors-overloaded",
    broken: balance('"a:80", "b:80", { host: c, port: 80, weight: 2 }', 'load: "50 req/s", capacity: "100 req/s"'),
    at: '["a:80", "b:80", { host: c, port: 80, weight: 2 }]',
    says: "when the server with the greatest weight fails, the others can serve 50 req/s, and the `load` of `Web` is 50 req/s",
    kept: [
      balance('"a:80", "b:80", { host: c, port: 80, weight: 2 }', 'load: "49 req/s", capacity: "100 req/s"'),
      balance('"a:80", "b:80", "c:80"', 'load: "50 req/s", capacity: "100 req/s"'),
      balance('"a:80", "b:80", { host: c, port: 80, backup: true }', 'load: "90 req/s", capacity: "100 req/s"'),
      balance('"a:80"', 'load: "90 req/s", capacity: "100 req/s"'),
    ],
    undecided: {
      model: `${balance('"a:80", "b:80"', "")} verify_fault_tolerance Web { }`,
      says: "`survivors-overloaded` was not decided: it holds if `load` < 0.5 × `capacity`",
    },
    repairs: [
      {
        help: /until `capacity` is above (\d+) req/,
        replace: '"100 req/s"',
        by: (rate) => `"${Number(rate) + 1} req/s"`,
      },
    ],
  },
  {
    // A gateway's servers are those of the only component that it calls.
    rule: "survivors-overloaded",
    broken: `load_balancer Gate { calls: [A], servers: ["a:80", "b:80"] } ${protect('load: "60 req/s", capacity: "100 req/s"')}`,
    at: '["a:80", "b:80"]',
    says: "when the server with the greatest weight fails, the others can serve 50 req/s, and the `load` of `A` is 60 req/s",
    kept: [
      `load_balancer Gate { calls: [A, B], servers: ["a:80", "b:80"] } fault_tolerance B { }
       ${protect('load: "60 req/s", capacity: "100 req/s"')}`,
    ],
    undecided: {
      model: `load_balancer Gate { calls: [A], servers: ["a:80", "b:80"] } ${protect('capacity: "100 req/s"')}`,
      says: "`survivors-overloaded` was not decided: it holds if `load` < 50 req/s",
    },
    repairs: [
      {
        help: /until `capacity` is above (\d+) req/,
        replace: '"100 req/s"',
        by: (rate) => `"${Number(rate) + 1} req/s"`,
        short: (rate) => `"${rate} req/s"`,
      },
    ],
  },
  {
    rule: "pods-below-quorum",
    broken: pods(
      "horizontal_pod_autoscaler: { min_replicas: 2, max_replicas: 5 }",
      "consistency A { type: raft, nodes: 5 }",
    ),
    at: "2",
    says: "the number of pods may be as low as 2, and of 5 nodes 3 decide: nothing can be written then",
    kept: [
      pods("horizontal_pod_autoscaler: { min_replicas: 3, max_replicas: 5 }", "consistency A { type: raft, nodes: 5 }"),
      pods(
        "horizontal_pod_autoscaler: { min_replicas: 2, max_replicas: 5 }",
        "consistency A { type: gossip, nodes: 5 }",
      ),
      pods("replicas: 5", "consistency A { type: raft, nodes: 5 }"),
    ],
    repairs: [
      {
        help: /raise `min_replicas` to (\d+)/,
        replace: "min_replicas: 2",
        by: (count) => `min_replicas: ${count}`,
        short: (count) => `min_replicas:  ${less(count)}`,
      },
    ],
  },
  {
    rule: "pods-below-quorum",
    broken: pods("replicas: 1", "consistency A { type: paxos, nodes: 3 }"),
    at: "1",
    says: "the number of pods may be as low as 1, and of 3 nodes 2 decide: nothing can be written then",
    kept: [pods("replicas: 2", "consistency A { type: paxos, nodes: 3 }")],
    repairs: [{ help: /raise `replicas` to (\d+)/, replace: "replicas: 1", by: (count) => `replicas: ${count}` }],
  },
];
