import { block } from "../fields/block.ts";
import { duration, integer, list, object, port, record, string, suppliable, type Infer } from "../fields/field.ts";
import { amounts } from "./parts/amounts.ts";
import { calls } from "./parts/calls.ts";
import { endpoint } from "./parts/endpoint.ts";

const httpGet = object(
  {
    path: string({ pattern: "/.*", expected: "a path that begins with /" }).doc("What is asked for."),
    port: port().optional().doc("The port that is asked; without it the component's own."),
  },
  { shorthand: ["path"] },
);

const probe = object({
  http_get: httpGet.optional().doc("Any answer of 200 to 399 is well."),
  tcp_socket: endpoint.optional().doc("A connection that succeeds is well."),
  exec: list(string(), { min: 1 }).optional().doc("A command; exit code 0 is well."),
  initial_delay: duration({ min: 0 })
    .default("0s")
    .doc("The first probe comes after so long; Kubernetes counts whole seconds."),
  period: duration({ min: 1000 }).default("10s").doc("The time between two probes."),
  timeout: duration({ min: 1000 }).default("1s").doc("A probe that takes longer has failed."),
  failure_threshold: integer({ min: 1 }).default(3).doc("So many failures in a row count."),
  success_threshold: integer({ min: 1 }).default(1).doc("So many successes in a row count again."),
});

export const deployKubernetes = block(
  "deploy_kubernetes",
  "Runs a component on Kubernetes.",
  {
    image: string({ pattern: "\\S+", expected: "an image with its tag" })
      .optional()
      .doc("The image it runs, with its tag."),
    port: port().optional().doc("The port that its container listens on."),
    namespace: string({
      pattern: "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
      expected: "at most 63 lower-case letters, digits and `-`",
    })
      .optional()
      .doc("The namespace; without it that of the command that applies it."),
    replicas: integer({ min: 0 }).optional().doc("How many pods run; left to the autoscaler where there is one."),
    environment: record(suppliable()).optional().doc("Environment variables."),
    resources: object({
      requests: amounts.optional().doc("What is set aside for each pod."),
      limits: amounts.optional().doc("What each pod may use at most."),
    })
      .optional()
      .doc("Processor time and memory of each pod."),
    liveness_probe: probe.optional().doc("A pod that fails it is started again."),
    readiness_probe: probe.optional().doc("A pod that fails it gets no calls."),
    startup_probe: probe.optional().doc("The other probes wait until it succeeds."),
    termination_grace_period: duration({ min: 0 })
      .default("30s")
      .doc("How long a pod that is stopped may finish its work; Kubernetes counts whole seconds."),
    horizontal_pod_autoscaler: object({
      min_replicas: integer({ min: 1 }).default(1).doc("At least so many pods."),
      max_replicas: integer({ min: 1 }).doc("At most so many pods."),
      target_cpu_utilization_percentage: integer({ min: 1, max: 100 })
        .optional()
        .doc("Pods are added above this share of the requested processor time, in percent."),
    })
      .optional()
      .doc("Adds and removes pods with the load."),
    calls,
  },
  {
    example: `deploy_kubernetes OrderService {
  image: "registry.example.com/orders:1.4.2"
  port: 8080
  replicas: 3
  resources: {
    requests: { cpu: "100m", memory: "128Mi" }
    limits: { cpu: "500m", memory: "512Mi" }
  }
  readiness_probe: { http_get: "/ready", period: "5s" }
}
`,
  },
);

export type DeployKubernetes = Infer<typeof deployKubernetes>;
