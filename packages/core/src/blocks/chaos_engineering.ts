import { block } from "../fields/block.ts";
import { duration, list, object, oneOf, ratio, type Infer } from "../fields/field.ts";
import { trouble } from "./parts/scenario.ts";

const experiment = object(
  {
    name: trouble.doc("What goes wrong."),
    duration: duration({ min: 1000 }).optional().doc("For how long; without it a minute."),
    latency: duration({ min: 1000 })
      .optional()
      .doc("How much is added to answers; without it half as much again as the timeout."),
  },
  { shorthand: ["name"] },
);

export const chaosEngineering = block(
  "chaos_engineering",
  "Asks for experiments that break things on purpose.",
  {
    experiments: list(experiment, { min: 1 }).doc("What is broken."),
    metrics: list(
      oneOf({
        availability: "The share of calls answered well.",
        response_time: "How long answers take.",
        error_rate: "The share of calls that fail.",
        throughput: "Calls answered per second.",
      }).open(),
      { min: 1 },
    )
      .optional()
      .doc("What is measured before and during the experiments."),
    success_criteria: object({
      min_availability: ratio()
        .also({ availability_threshold: "" })
        .optional()
        .doc("The share of calls that must be answered well."),
      max_response_time_increase: ratio({ above: true })
        .optional()
        .doc('How much longer answers may take than before the experiment, `"50%"`.'),
      max_error_rate: ratio().optional().doc("The share of calls that may fail."),
    })
      .optional()
      .doc("When an experiment has gone well."),
  },
  {
    example: `fault_tolerance OrderService {
  timeout: "2s"
}

chaos_engineering OrderService {
  experiments: ["service_failure", { name: "high_latency", latency: "1s", duration: "2m" }]
  metrics: ["availability", "response_time"]
  success_criteria: { min_availability: "99%", max_response_time_increase: "50%" }
}
`,
  },
);

export type ChaosEngineering = Infer<typeof chaosEngineering>;
