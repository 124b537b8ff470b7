import { block } from "../fields/block.ts";
import { list, object, oneOf, reference, string, type Infer } from "../fields/field.ts";
import { patterns } from "./parts/patterns.ts";

export const eventDrivenPattern = block(
  "event_driven_pattern",
  "Describes a system whose parts react to events.",
  {
    patterns: patterns.optional().doc("The patterns that it follows."),
    events: list(string({ pattern: "\\S+", expected: "a name without spaces" }), { min: 1 })
      .optional()
      .doc("The events."),
    event_store: oneOf({
      kafka: "Apache Kafka; it distributes events, but aggregates cannot be rebuilt from it.",
      axon_server: "Axon Server.",
      jpa: "A relational database.",
      eventstoredb: "EventStoreDB.",
      mongodb: "MongoDB.",
    })
      .open()
      .optional()
      .doc("Where events are kept."),
    saga_coordinator: oneOf({
      axon: "Axon Framework.",
      seata: "Apache Seata.",
      temporal: "Temporal.",
      camunda: "Camunda.",
    })
      .open()
      .optional()
      .doc("What runs the sagas."),
    cqrs: object({
      command_side: reference().doc("The component that changes data."),
      query_side: reference().doc("The component that answers questions."),
    })
      .optional()
      .doc("Separates changing from asking."),
  },
  {
    example: `fault_tolerance OrderCommands { timeout: "2s" }
fault_tolerance OrderQueries { timeout: "500ms" }

event_driven_pattern OrderProcessing {
  events: ["order_created", "payment_processed"]
  event_store: "eventstoredb"
  cqrs: { command_side: OrderCommands, query_side: OrderQueries }
}
`,
  },
);

export type EventDrivenPattern = Infer<typeof eventDrivenPattern>;
