import { block } from "../fields/block.ts";
import { boolean, duration, list, object, oneOf, record, reference, string, type Infer } from "../fields/field.ts";
import { pauseFields } from "./fault_tolerance.ts";

export const distributedTransaction = block(
  "distributed_transaction",
  "Makes the work of several components succeed or be undone together.",
  {
    coordinator: oneOf({
      saga: "Each step commits by itself; a failure undoes the earlier ones in reverse.",
      two_phase_commit: "All prepare, then all commit.",
      tcc: "Try, confirm, cancel: each participant reserves first.",
    })
      .alias({ "2pc": "two_phase_commit", xa: "two_phase_commit", try_confirm_cancel: "tcc" })
      .default("saga")
      .doc("How the participants agree."),
    participants: list(reference(), { min: 1 }).doc("The components that take part, in the order of their steps."),
    actions: record(string())
      .also({ action: "" })
      .optional()
      .doc("The operation of each participant that does its step."),
    compensation: record(string()).optional().doc("The operation of each participant that undoes its step."),
    compensation_retry: oneOf({
      until_done: "Until it succeeds.",
      limited: "As often as `retry` says; then somebody must act.",
    })
      .optional()
      .doc("How often a compensation is tried."),
    tombstones: boolean()
      .optional()
      .doc("Whether a participant that has undone a step refuses the step when it comes late."),
    pivot: reference()
      .optional()
      .doc("The participant after whose step nothing is undone any more; it needs no compensation."),
    timeout: duration({ min: 1000 }).optional().doc("How long the whole transaction may take."),
    retry: object(pauseFields, { shorthand: ["max_attempts"] })
      .optional()
      .doc("How often each participant's step is tried; without it once."),
  },
  {
    example: `distributed_transaction PlaceOrder {
  coordinator: "saga"
  participants: [Inventory, Payment]
  actions: { Inventory: "reserve", Payment: "charge" }
  compensation: { Inventory: "release", Payment: "refund" }
  timeout: "30s"
}

fault_tolerance Inventory { timeout: "2s" }
fault_tolerance Payment { timeout: "5s" }
`,
  },
);

export type DistributedTransaction = Infer<typeof distributedTransaction>;
