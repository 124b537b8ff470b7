import { block } from "../fields/block.ts";
import { partial, variant, type Infer } from "../fields/field.ts";
import { bulkheadFields, circuitBreakerFields, fallbackFields, retryFields, timeoutFields } from "./fault_tolerance.ts";

// What a level leaves out it has from the component's `fault_tolerance`, so nothing here has a default.
const level = variant("pattern", {
  retry: partial(retryFields),
  timeout: partial(timeoutFields),
  circuit_breaker: partial(circuitBreakerFields),
  bulkhead: partial(bulkheadFields),
  fallback: partial(fallbackFields),
});

export const multiLevelFaultTolerance = block(
  "multi_level_fault_tolerance",
  "Says in which order a component's protections wrap a call: each level wraps the one before it.",
  {},
  {
    rest: {
      into: "levels",
      value: level.doc("A level; `level_1` is next to the call."),
      pattern: "level_[1-9][0-9]*",
      expected: "`level_1`, `level_2` and so on",
    },
    example: `multi_level_fault_tolerance OrderService {
  level_1: { pattern: "retry", max_attempts: 3 }
  level_2: { pattern: "circuit_breaker", failure_threshold: 5 }
  level_3: { pattern: "bulkhead", max_concurrent_calls: 10 }
  level_4: { pattern: "fallback", strategy: "return_empty" }
}
`,
  },
);

export type MultiLevelFaultTolerance = Infer<typeof multiLevelFaultTolerance>;
