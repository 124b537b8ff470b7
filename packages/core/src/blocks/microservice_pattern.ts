import { block } from "../fields/block.ts";
import { boolean, list, object, oneOf, reference, type Infer } from "../fields/field.ts";
import { consistencyLevel } from "./parts/consistency-level.ts";
import { patterns } from "./parts/patterns.ts";

export const microservicePattern = block(
  "microservice_pattern",
  "Describes a system of services that follow the same patterns.",
  {
    patterns: patterns.optional().doc("The patterns that every service follows."),
    services: list(reference(), { min: 1 }).optional().doc("The services."),
    communication: object({
      sync: oneOf({ http_rest: "HTTP and JSON.", grpc: "gRPC.", graphql: "GraphQL." })
        .alias({ rest: "http_rest", http: "http_rest" })
        .open()
        .optional()
        .doc("How a service waits for another."),
      async: oneOf({ message_queue: "A message queue.", event_bus: "An event bus." })
        .open()
        .optional()
        .doc("How a service tells another without waiting."),
    })
      .optional()
      .doc("How the services talk."),
    data_consistency: consistencyLevel.optional().doc("How far the services' data may differ."),
    deployment: oneOf({ kubernetes: "Kubernetes.", docker_compose: "Docker Compose." })
      .alias({ k8s: "kubernetes", compose: "docker_compose" })
      .open()
      .optional()
      .doc("Where the services run."),
    generate: boolean()
      .default(false)
      .doc(
        "`true` makes blocks of defaults for services that have none; otherwise this block only documents and is checked.",
      ),
  },
  {
    example: `fault_tolerance Orders { timeout: "2s" }
fault_tolerance Payments { timeout: "5s" }

microservice_pattern Shop {
  services: [Orders, Payments]
  communication: { sync: "http_rest" }
  data_consistency: "eventual"
}
`,
  },
);

export type MicroservicePattern = Infer<typeof microservicePattern>;
