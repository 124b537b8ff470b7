import { block } from "../fields/block.ts";
import { duration, object, oneOf, record, string, type Infer } from "../fields/field.ts";

const alert = object({
  condition: string({ pattern: "[\\s\\S]*\\S[\\s\\S]*", expected: 'a condition such as `"error_rate > 0.05"`' }).doc(
    'A comparison over declared metrics, such as `"error_rate > 0.05"`.',
  ),
  duration: duration({ min: 0 })
    .also({ for: "" })
    .default("0s")
    .doc("How long the condition must hold; rates are taken over as long."),
  severity: oneOf({
    critical: "Somebody must act now.",
    error: "Somebody must act today.",
    warning: "Somebody should look.",
    info: "Good to know.",
  })
    .alias({ warn: "warning" })
    .open()
    .default("warning")
    .doc("How urgent it is."),
  summary: string().optional().doc("What happened, in a sentence."),
  labels: record(string()).optional().doc("Labels that route the alert."),
});

export const alerts = block(
  "alerts",
  "Tells when somebody must look after a component.",
  {},
  {
    rest: {
      into: "rules",
      value: alert.doc("An alert by its name."),
      pattern: "[A-Za-z_][A-Za-z0-9_-]*",
      expected: "a name of letters, digits, `_`, `-`",
    },
    example: `metrics OrderService {
  fault_tolerance: { error_rate: "gauge" }
}

alerts OrderService {
  high_error_rate: {
    condition: "error_rate > 0.05"
    duration: "5m"
    severity: "warning"
    summary: "More than 5 % of the calls fail."
  }
}
`,
  },
);

export type Alerts = Infer<typeof alerts>;
