import { block } from "../fields/block.ts";
import { duration, list, oneOf, reference, type Infer } from "../fields/field.ts";

export const formalVerification = block(
  "formal_verification",
  "Asks a model checker for a proof about the whole model.",
  {
    properties: list(
      oneOf({
        fault_tolerance_guarantee: "Every protection of every component holds.",
        consistency_property: "Every promise of consistency holds.",
        availability_bound: "Availability is at least what is asked for.",
      }).open(),
      { min: 1 },
    ).doc("What must hold."),
    model_checker: oneOf({
      nuXmv: "nuXmv.",
      NuSMV: "NuSMV.",
      TLC: "TLC, for TLA+.",
      PRISM: "PRISM, for probabilities.",
      Spin: "Spin.",
    })
      .alias({ nuxmv: "nuXmv", nusmv: "NuSMV", tla_plus: "TLC", tlc: "TLC", prism: "PRISM", spin: "Spin" })
      .open()
      .optional()
      .doc("The tool."),
    temporal_logic: oneOf({ CTL: "Branching time.", LTL: "Linear time." })
      .alias({ ctl: "CTL", ltl: "LTL" })
      .default("CTL")
      .doc("The logic that properties are written in."),
    verification_timeout: duration({ min: 1_000_000 })
      .default("1h")
      .doc("How long the tool may take; no policy of the model."),
    scope: list(reference(), { min: 1 })
      .also({ targets: "" })
      .optional()
      .doc("The components that are checked; without it all."),
  },
  {
    facet: false,
    example: `fault_tolerance OrderService {
  timeout: "2s"
}

formal_verification WholeSystem {
  properties: ["fault_tolerance_guarantee"]
  model_checker: "NuSMV"
  temporal_logic: "CTL"
  scope: [OrderService]
}
`,
  },
);

export type FormalVerification = Infer<typeof formalVerification>;
