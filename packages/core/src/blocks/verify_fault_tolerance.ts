import { block } from "../fields/block.ts";
import { duration, list, object, oneOf, ratio, type Infer } from "../fields/field.ts";
import { scenario } from "./parts/scenario.ts";

export const verifyFaultTolerance = block(
  "verify_fault_tolerance",
  "Asks for a proof that a component's protection holds.",
  {
    properties: list(
      oneOf({
        timeout_guarantee: "Every call is answered within the total deadline: AG(call -> response within total).",
        circuit_breaker_activation: "Enough failures open the breaker: AG(fail x n -> AF open).",
        fallback_availability: "A failed call reaches the fallback: AG(error -> AF fallback).",
      }),
      { min: 1 },
    )
      .optional()
      .doc("What must hold."),
    constraints: object({
      max_response_time: duration({ min: 1000 })
        .optional()
        .doc("The longest time until a call is answered, whatever happens."),
      min_availability: ratio()
        .also({ availability_threshold: "" })
        .optional()
        .doc("The share of calls that must be answered well."),
      max_error_rate: ratio().optional().doc("The share of calls that may fail."),
    })
      .optional()
      .doc("Numbers that must be kept."),
    scenarios: list(scenario, { min: 1 }).optional().doc("In which trouble it must hold."),
  },
  {
    example: `fault_tolerance OrderService {
  timeout: "2s"
}

verify_fault_tolerance OrderService {
  properties: ["timeout_guarantee"]
  constraints: { max_response_time: "3s" }
  scenarios: ["service_failure"]
}
`,
  },
);

export type VerifyFaultTolerance = Infer<typeof verifyFaultTolerance>;
