import { block } from "../fields/block.ts";
import { list, number, object, oneOf, record, string, type Infer } from "../fields/field.ts";

const metric = object(
  {
    type: oneOf({
      counter: "Only grows; what is shown is its rate.",
      gauge: "Goes up and down.",
      histogram: "Counts observations in buckets.",
      summary: "Quantiles that the process computes itself.",
    }).doc("How the metric behaves."),
    unit: string().optional().doc("The unit of its values, such as `seconds`."),
    buckets: list(number({ min: 0 }), { min: 1 })
      .optional()
      .doc("The upper bounds of a histogram's buckets."),
    help: string().optional().doc("What it measures, in a sentence."),
  },
  { shorthand: ["type"] },
);

export const metrics = block(
  "metrics",
  "Names what is measured of a component, in groups.",
  {},
  {
    rest: { into: "groups", value: record(metric).doc("The metrics of a group, usually a block kind, by name.") },
    example: `metrics OrderService {
  fault_tolerance: {
    retry_attempts: "counter"
    response_time: { type: "histogram", unit: "seconds", buckets: [0.1, 0.5, 1, 2] }
  }
}
`,
  },
);

export type Metrics = Infer<typeof metrics>;
