import { moved, type RuleCase } from "../rule-case.ts";

const pods = (fields: string, timeout = '"40s"'): string =>
  `fault_tolerance A { timeout: ${timeout} }\ndeploy_kubernetes A {\n  ${fields}\n}`;

const long = 'termination_grace_period: "1h"';

export const podCases: readonly RuleCase[] = [
  {
    rule: "restart-before-deadline",
    broken: pods(`${long}\n  liveness_probe: { http_get: "/health", period: "10s", failure_threshold: 3 }`),
    at: "3",
    says: "a pod that does not answer is started again after 30 s, but its calls may take 40 s: what only waits is killed",
    kept: [
      pods(`${long}\n  liveness_probe: { http_get: "/health", period: "10s", failure_threshold: 4 }`),
      pods(`${long}\n  liveness_probe: { http_get: "/health" }`, '"30s"'),
      pods(`${long}\n  readiness_probe: { http_get: "/ready", failure_threshold: 1 }`),
    ],
    repairs: [
      {
        help: /raise `failure_threshold` to (\d+)/,
        replace: "failure_threshold: 3",
        by: (count) => `failure_threshold: ${count}`,
      },
      {
        help: /lower `total` to "(\w+)"/,
        replace: '"40s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1),
      },
    ],
  },
  {
    // No total: the wait for a turn and the one attempt are the longest that a call may take.
    rule: "restart-before-deadline",
    broken: `fault_tolerance A {\n  timeout: { per_attempt: "20s" }\n  bulkhead: { max_wait_duration: "15s" }\n}
deploy_kubernetes A { liveness_probe: { http_get: "/health" }, ${long} }`,
    at: "liveness_probe",
    says: "a pod that does not answer is started again after 30 s, but its calls may take 35 s: what only waits is killed",
    kept: [],
    repairs: [
      {
        help: /or lower `per_attempt` to "(\w+)"/,
        replace: '"20s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1),
      },
      {
        help: /raise `failure_threshold` to (\d+)/,
        replace: '"/health"',
        by: (count) => `"/health", failure_threshold: ${count}`,
        short: () => '"/health", failure_threshold: 3',
      },
    ],
  },
  {
    rule: "restart-before-deadline",
    broken: `fault_tolerance A {\n  timeout: { per_attempt: "1s" }\n  bulkhead: { max_wait_duration: "30s" }\n}
deploy_kubernetes A { liveness_probe: { http_get: "/health", failure_threshold: 3 }, ${long} }`,
    at: "3",
    says: "a pod that does not answer is started again after 30 s, but its calls may take 31 s: what only waits is killed",
    kept: [],
    repairs: [{ help: /^raise `failure_threshold` to (\d+)$/, replace: ": 3 }", by: (count) => `: ${count} }` }],
  },
  {
    rule: "liveness-is-readiness",
    broken: pods('liveness_probe: { http_get: "/health" }\n  readiness_probe: { http_get: "/health" }', '"2s"'),
    at: '"/health"',
    says: "both probes ask `/health`: a pod that should only get no calls for a while is started again",
    kept: [
      pods('liveness_probe: { http_get: "/health" }\n  readiness_probe: { http_get: "/ready" }', '"2s"'),
      pods(
        'liveness_probe: { http_get: { path: "/health", port: 9090 } }\n  readiness_probe: { http_get: "/health" }',
        '"2s"',
      ),
      pods('readiness_probe: { http_get: "/health" }', '"2s"'),
    ],
    repairs: [{ help: /^use a path for the liveness probe/, replace: "/health", by: () => "/alive" }],
  },
  {
    // Thirty seconds are what Kubernetes gives where nothing is written.
    rule: "grace-below-deadline",
    broken: pods("replicas: 3", '"30001ms"'),
    at: "A",
    says: "a pod that is stopped has 30 s to finish, but its calls may take 30.001 s: they are cut off",
    kept: [pods("replicas: 3", '"30s"'), pods('termination_grace_period: "31s"', '"30001ms"')],
    repairs: [{ help: /add `(termination_grace_period: "31s")`/, replace: "replicas: 3", by: (field = "") => field }],
  },
  {
    rule: "grace-below-deadline",
    broken: pods('termination_grace_period: "5s"', '"8s"'),
    at: '"5s"',
    says: "a pod that is stopped has 5 s to finish, but its calls may take 8 s: they are cut off",
    kept: [pods('termination_grace_period: "8s"', '"8s"')],
    repairs: [
      {
        help: /raise `termination_grace_period` to "(\w+)"/,
        replace: "5s",
        by: (time = "") => time,
        short: () => "7s",
      },
    ],
  },
  {
    rule: "check-overlaps",
    broken: pods('readiness_probe: { http_get: "/ready", period: "5s", timeout: "5s" }', '"2s"'),
    at: '"5s"',
    says: "a health check may take 5 s but is repeated every 5 s",
    kept: [pods('readiness_probe: { http_get: "/ready", period: "5s", timeout: "4s" }', '"2s"')],
    repairs: [{ help: /lower `timeout` below 5 s/, replace: 'timeout: "5s"', by: () => 'timeout: "4999ms"' }],
  },
];
