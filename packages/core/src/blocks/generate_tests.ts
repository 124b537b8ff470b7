import { block } from "../fields/block.ts";
import { list, oneOf, type Infer } from "../fields/field.ts";
import { patterns } from "./parts/patterns.ts";

export const generateTests = block(
  "generate_tests",
  "Asks for tests of a component's patterns.",
  {
    type: oneOf({
      unit: "Of the component alone.",
      integration: "Together with what it needs.",
      e2e: "Of the whole system.",
      contract: "Of what its callers rely on.",
    })
      .alias({ end_to_end: "e2e" })
      .doc("What kind of tests; a component may have a block of each."),
    framework: oneOf({
      junit: "JUnit 5.",
      testcontainers: "JUnit 5 with Testcontainers.",
      jest: "Jest.",
      vitest: "Vitest.",
      go_test: "Go's own.",
    })
      .alias({ junit5: "junit" })
      .open()
      .optional()
      .doc("What the tests are written for."),
    patterns: patterns.optional().doc("The patterns that are tested; without it all that the component has."),
    scenarios: list(
      oneOf({
        normal_operation: "Everything works.",
        timeout_scenario: "The callee does not answer in time.",
        circuit_breaker_activation: "The callee fails until the breaker opens.",
        fallback_execution: "The callee fails and the fallback answers.",
        partial_failure_recovery: "One participant fails and the others are undone.",
        network_partition_simulation: "Some of the parts cannot reach the others.",
      })
        .alias({ normal_load: "normal_operation", network_partition: "network_partition_simulation" })
        .open(),
      { min: 1 },
    )
      .optional()
      .doc("What is tested; a name that no target knows becomes a test that is switched off."),
  },
  {
    identity: ["type"],
    example: `fault_tolerance OrderService {
  timeout: "2s"
  fallback: "return_empty"
}

generate_tests OrderService {
  type: "unit"
  framework: "junit"
  patterns: ["fault_tolerance"]
  scenarios: ["normal_operation", "timeout_scenario", "fallback_execution"]
}
`,
  },
);

export type GenerateTests = Infer<typeof generateTests>;
