import { block } from "../fields/block.ts";
import { boolean, duration, list, object, oneOf, port, record, string, type Infer } from "../fields/field.ts";
import { calls } from "./parts/calls.ts";
import { endpoint, host } from "./parts/endpoint.ts";

export const serviceDiscovery = block(
  "service_discovery",
  "Registers a component where its callers find it.",
  {
    registry: oneOf({
      consul: "HashiCorp Consul: an agent beside the service checks it.",
      etcd: "etcd: a lease that is kept alive; it has no health checks.",
      eureka: "Netflix Eureka, as in Spring Cloud.",
      zookeeper: "Apache ZooKeeper: an ephemeral node.",
      nacos: "Alibaba Nacos.",
      kubernetes: "A Kubernetes Service.",
    })
      .open()
      .doc("Where it is registered."),
    service_name: string({ pattern: "[A-Za-z0-9][A-Za-z0-9._-]*", expected: "letters, digits, `.`, `_`, `-`" })
      .optional()
      .doc("The name there; without it the component's name in kebab-case."),
    service_tags: list(string()).also({ tags: "" }).optional().doc("Tags that callers select by."),
    address: host.optional().doc("The address that callers use."),
    port: port()
      .optional()
      .doc("The port that callers use; without it the one of `health_check.tcp` or of a deployment."),
    health_check: object({
      enabled: boolean().default(true).doc("`false` registers without checks."),
      interval: duration({ min: 1000 }).default("10s").doc("The time between two checks."),
      timeout: duration({ min: 1000 }).default("2s").doc("A check that takes longer has failed."),
      deregister_critical_service_after: duration({ min: 1000 })
        .optional()
        .doc("A service that failed for so long is removed."),
      http: string({ pattern: "(?:https?://|/).*", expected: "a path that begins with /, or a URL" })
        .optional()
        .doc("The path or URL that must answer 2xx."),
      tcp: endpoint.optional().doc('Where a connection must succeed, `"localhost:8080"`.'),
      script: string({ pattern: "[\\s\\S]*\\S[\\s\\S]*", expected: "a command" })
        .optional()
        .doc(
          "A shell command that must exit with 0; agents refuse such checks unless they are allowed to run scripts.",
        ),
    })
      .optional()
      .doc("How the registry knows that it is well. Several of `http`, `tcp` and `script` are several checks."),
    metadata: record(string()).optional().doc("What else callers may read."),
    discovery: object({
      refresh_interval: duration({ min: 1000 }).optional().doc("How often a client asks the registry."),
      cache_ttl: duration({ min: 0 }).optional().doc("How long a client trusts what it knows."),
      fail_fast: boolean().optional().doc("Whether a client refuses to start without the registry."),
    })
      .optional()
      .doc("How clients look it up."),
    calls,
  },
  {
    example: `service_discovery PaymentService {
  registry: "consul"
  service_name: "payment-service"
  port: 8080
  health_check: { interval: "10s", timeout: "2s", http: "/health" }
  metadata: { region: "eu-west-1" }
}
`,
  },
);

export type ServiceDiscovery = Infer<typeof serviceDiscovery>;
