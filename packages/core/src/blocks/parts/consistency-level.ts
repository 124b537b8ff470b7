import { oneOf } from "../../fields/field.ts";

/** How far readers may be behind writers, from strict to loose. */
export const consistencyLevel = oneOf({
  linearizable: "Every read sees the last completed write, as if there were one copy.",
  sequential: "All clients see the writes in one order, though not at once.",
  bounded: "Reads are behind by a bounded time or number of writes.",
  eventual: "Without further writes all copies become the same.",
  weak: "Reads may return anything that was ever written.",
}).alias({
  strong: "linearizable",
  strict: "linearizable",
  linearizability: "linearizable",
  sequential_consistency: "sequential",
  bounded_staleness: "bounded",
  eventual_consistency: "eventual",
});
