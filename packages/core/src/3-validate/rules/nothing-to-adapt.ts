import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { facet } from "../../2-normalize/model.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** An adaptive load balancer refines the component's `load_balancer`, whose servers it takes. */
export const nothingToAdapt = rule("nothing-to-adapt", "adaptive_load_balancer", (block, component) =>
  facet(component, "load_balancer")?.servers
    ? undefined
    : kindProblems.nothingToAdapt({ name: block.name }).at(keySpanOf(block)),
);
