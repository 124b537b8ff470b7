import { block } from "../fields/block.ts";
import { boolean, duration, list, object, oneOf, type Infer } from "../fields/field.ts";
import { calls } from "./parts/calls.ts";
import { loadBalancerHealthCheck, strategy } from "./load_balancer.ts";

export const adaptiveLoadBalancer = block(
  "adaptive_load_balancer",
  "Chooses among strategies of a load balancer by what is measured.",
  {
    strategies: list(strategy, { min: 1 }).doc(
      "The strategies; where an engine cannot change them while it runs, the first one.",
    ),
    auto_selection: object({
      enabled: boolean().default(true).doc("`false` keeps the first strategy."),
      metrics: list(
        oneOf({
          response_time: "How long answers take.",
          error_rate: "The share of calls that fail.",
          throughput: "Calls answered per second.",
        }).open(),
        { min: 1 },
      )
        .default(["response_time"])
        .doc("What decides."),
      selection_interval: duration({ min: 1000 }).default("30s").doc("The time between two decisions."),
    })
      .optional()
      .doc("When the strategy is changed."),
    health_check: loadBalancerHealthCheck.optional().doc("How a server that cannot answer is noticed."),
    calls,
  },
  {
    example: `load_balancer ApiGateway {
  servers: ["10.0.0.1:8080", "10.0.0.2:8080"]
}

adaptive_load_balancer ApiGateway {
  strategies: ["round_robin", "least_response_time"]
  auto_selection: { metrics: ["response_time"], selection_interval: "30s" }
}
`,
  },
);

export type AdaptiveLoadBalancer = Infer<typeof adaptiveLoadBalancer>;
