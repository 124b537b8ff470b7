import type { RuleCase } from "../rule-case.ts";

const pods = (more: string): string => `deploy_kubernetes Shop { image: "shop:1" ${more} }`;

export const deploymentCases: readonly RuleCase[] = [
  {
    rule: "image-missing",
    broken: "deploy_kubernetes OrderService { replicas: 3 }",
    at: "OrderService",
    says: "`OrderService` has no image: `order-service:latest` is assumed",
    kept: [pods("replicas: 3")],
    repairs: [
      { help: /add `(image: "order-service:latest")`/, replace: "replicas", by: (image) => `${image} replicas` },
    ],
  },
  {
    rule: "replicas-unused",
    broken: pods("replicas: 3 horizontal_pod_autoscaler: { min_replicas: 2 max_replicas: 10 }"),
    at: "3",
    says: "the autoscaler decides how many pods run, 2 to 10: `replicas: 3` is left out",
    kept: [pods("replicas: 3"), pods("horizontal_pod_autoscaler: { max_replicas: 10 }")],
    repairs: [{ help: /remove `replicas`/, replace: "replicas: 3 ", by: () => "" }],
  },
  {
    rule: "probe-without-port",
    broken: pods('liveness_probe: { http_get: "/health" }'),
    at: "http_get",
    says: "no port of `Shop` is known, so its probe has nowhere to ask",
    kept: [
      pods('port: 8080 liveness_probe: { http_get: "/health" }'),
      pods('liveness_probe: { http_get: { path: "/health" port: 8080 } }'),
      pods('liveness_probe: { exec: ["true"] }'),
      `${pods('startup_probe: { tcp_socket: "localhost" }')}\nservice_discovery Shop { registry: consul port: 80 }`,
    ],
    repairs: [{ help: /add `(port: 8080)` to/, replace: "liveness", by: (port) => `${port} liveness` }],
  },
  {
    rule: "cpu-request-missing",
    broken: pods("horizontal_pod_autoscaler: { max_replicas: 10 target_cpu_utilization_percentage: 70 }"),
    at: "70",
    says: "the autoscaler compares with the requested processor time, and `Shop` requests none",
    kept: [pods("horizontal_pod_autoscaler: { max_replicas: 10 }")],
    repairs: [{ help: /add `(resources: .*)`/, replace: "horizontal", by: (resources) => `${resources} horizontal` }],
  },
];
