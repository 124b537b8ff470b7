import { object, oneOf, ratio } from "../../fields/field.ts";

/** What can go wrong, under one name for verification and for chaos experiments. */
export const trouble = oneOf({
  network_partition: "Some of the parts cannot reach the others.",
  service_overload: "More calls arrive than the component can serve.",
  service_failure: "The component that is called fails.",
  node_failure: "One of several replicas or nodes fails.",
  high_latency: "Answers and messages take much longer than usual.",
  resource_exhaustion: "Memory, processor time, connections or disk run out.",
  concurrent_writes: "Several clients write the same data at once.",
}).alias({
  dependency_failure: "service_failure",
  service_unavailable: "service_failure",
  partition: "network_partition",
  overload: "service_overload",
  latency: "high_latency",
  node_crash: "node_failure",
});

/** A scenario that a property is checked in. */
export const scenario = object(
  {
    name: trouble.doc("What goes wrong."),
    failure_rate: ratio()
      .optional()
      .doc("The share of calls that fail; availability and error rates can only be computed from one."),
  },
  { shorthand: ["name"] },
);
