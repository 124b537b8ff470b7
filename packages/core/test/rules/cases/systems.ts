import type { RuleCase } from "../rule-case.ts";

export const systemCases: readonly RuleCase[] = [
  {
    rule: "pattern-not-followed",
    broken: `microservice_pattern Shop { services: ["order-service"] patterns: [fault_tolerance, load_balancer] deployment: kubernetes }
fault_tolerance OrderService {}`,
    at: '"order-service"',
    says: "`OrderService` is one of `Shop`, but has no `load_balancer`, `deploy_kubernetes`",
    kept: [
      `microservice_pattern Shop { services: ["order-service"] patterns: [fault_tolerance] }
fault_tolerance OrderService {}`,
      `microservice_pattern Shop { services: ["order-service"] patterns: ["load_balancer = ApiGateway"] }
fault_tolerance OrderService {}
load_balancer ApiGateway {}`,
    ],
    repairs: [
      {
        help: /declare what is missing/,
        replace: "\nfault",
        by: () => '\nload_balancer OrderService {}\ndeploy_kubernetes OrderService { image: "a:1" }\nfault',
      },
      { help: /or say `(generate: true)`/, replace: "services", by: (field) => `${field} services` },
    ],
  },
  {
    rule: "communication-undefined",
    broken: "microservice_pattern Shop { communication: { async: message_queue } }",
    at: "message_queue",
    says: "the services are to talk by `message_queue`, but no block of that kind is declared",
    kept: [
      "microservice_pattern Shop { communication: { async: event_bus } }",
      "microservice_pattern Shop { communication: { async: message_queue } }\nmessage_queue Q { provider: kafka topic: t }",
    ],
    repairs: [
      {
        help: /declare `(message_queue Name { )... }`/,
        replace: "microservice",
        by: (block) => `${block}provider: kafka topic: t }\nmicroservice`,
      },
      { help: /or remove it/, replace: "communication: { async: message_queue }", by: () => "" },
    ],
  },
];
