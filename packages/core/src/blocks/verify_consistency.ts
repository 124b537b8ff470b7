import { block } from "../fields/block.ts";
import { duration, integer, list, object, oneOf, type Infer } from "../fields/field.ts";
import { scenario } from "./parts/scenario.ts";

export const verifyConsistency = block(
  "verify_consistency",
  "Asks for a proof that a component's data stays consistent.",
  {
    properties: list(
      oneOf({
        linearizability: "Operations on one object take effect at one moment between call and answer.",
        sequential_consistency: "All clients see the operations in one order.",
        serializability: "Transactions have the effect of some serial order.",
        eventual_consistency: "Without further writes all copies become the same.",
      }).alias({
        linearizable: "linearizability",
        serializable: "serializability",
        eventual: "eventual_consistency",
        sequential: "sequential_consistency",
      }),
      { min: 1 },
    )
      .optional()
      .doc("What must hold."),
    constraints: object({
      max_replication_lag: duration({ min: 0 }).optional().doc("How far a copy may be behind."),
      min_quorum_size: integer({ min: 1 })
        .optional()
        .doc("How many nodes must agree; of n nodes it is n/2 rounded down, plus 1."),
      max_network_delay: duration({ min: 0 }).optional().doc("How long a message may take."),
    })
      .optional()
      .doc("Numbers that must be kept."),
    scenarios: list(scenario, { min: 1 }).optional().doc("In which trouble it must hold."),
  },
  {
    example: `consistency UserDB {
  type: "raft"
  nodes: 5
}

verify_consistency UserDB {
  properties: ["linearizability"]
  constraints: { max_replication_lag: "1s", min_quorum_size: 3 }
  scenarios: ["node_failure", "high_latency"]
}
`,
  },
);

export type VerifyConsistency = Infer<typeof verifyConsistency>;
