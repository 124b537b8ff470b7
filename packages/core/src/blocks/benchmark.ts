import { block } from "../fields/block.ts";
import { duration, list, object, oneOf, rate, ratio, type Infer } from "../fields/field.ts";
import { patterns } from "./parts/patterns.ts";

export const benchmark = block(
  "benchmark",
  "Asks for a load test of a component.",
  {
    patterns: patterns.optional().doc("The patterns that are exercised; without it all that the component has."),
    metrics: list(
      oneOf({
        throughput: "Calls answered per second.",
        latency: "How long answers take.",
        error_rate: "The share of calls that fail.",
        resource_usage: "Processor time and memory.",
      }).open(),
      { min: 1 },
    )
      .optional()
      .doc("What is measured."),
    scenarios: list(
      oneOf({
        normal_load: "The usual traffic.",
        peak_load: "The most traffic expected.",
        failure_scenario: "The usual traffic while the callee fails.",
      })
        .alias({ normal_operation: "normal_load" })
        .open(),
      { min: 1 },
    )
      .optional()
      .doc("Under which load."),
    constraints: object({
      max_latency_p50: duration({ min: 1 }).optional().doc("Half of the calls are answered within so long."),
      max_latency_p95: duration({ min: 1 }).optional().doc("95 of 100 calls are answered within so long."),
      max_latency_p99: duration({ min: 1 }).optional().doc("99 of 100 calls are answered within so long."),
      min_throughput: rate().optional().doc('At least so many calls are answered, `"1000 req/s"`.'),
      max_error_rate: ratio().optional().doc("The share of calls that may fail."),
    })
      .optional()
      .doc("Numbers that must be kept."),
  },
  {
    example: `fault_tolerance OrderService {
  timeout: "2s"
}

benchmark OrderService {
  patterns: ["fault_tolerance"]
  metrics: ["throughput", "latency"]
  scenarios: ["normal_load", "peak_load"]
  constraints: { max_latency_p95: "100ms", min_throughput: "1000 req/s", max_error_rate: "1%" }
}
`,
  },
);

export type Benchmark = Infer<typeof benchmark>;
