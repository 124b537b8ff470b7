import { block } from "../fields/block.ts";
import { boolean, object, ratio, type Infer } from "../fields/field.ts";
import { consistencyLevel } from "./parts/consistency-level.ts";

const mode = object(
  {
    consistency: consistencyLevel.doc("How far readers may be behind in this mode."),
    performance_priority: boolean().default(false).doc("Whether speed matters more than freshness."),
    availability_priority: boolean().default(false).doc("Whether answering at all matters more than freshness."),
  },
  { shorthand: ["consistency"] },
);

export const dynamicConsistency = block(
  "dynamic_consistency",
  "Changes how consistent a component's data is with its state.",
  {
    normal_mode: mode.optional().doc("When nothing is wrong."),
    high_load_mode: mode.optional().doc("When the load is above `auto_switch.load_threshold`."),
    failure_mode: mode.optional().doc("When errors are above `auto_switch.error_threshold`."),
    auto_switch: object({
      enabled: boolean().default(true).doc("`false` leaves the mode to the operator."),
      load_threshold: ratio().default(0.8).doc("The share of capacity above which the load is high."),
      error_threshold: ratio().default(0.1).doc("The share of failed calls above which something is wrong."),
    })
      .optional()
      .doc("Changes the mode by itself."),
  },
  {
    example: `dynamic_consistency UserDB {
  normal_mode: { consistency: "linearizable" }
  high_load_mode: { consistency: "eventual", performance_priority: true }
  failure_mode: { consistency: "weak", availability_priority: true }
  auto_switch: { load_threshold: 0.8, error_threshold: "10%" }
}
`,
  },
);

export type DynamicConsistency = Infer<typeof dynamicConsistency>;
