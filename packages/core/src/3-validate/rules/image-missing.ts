import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** What runs on Kubernetes has an image; without one the component's own, of the newest build, is assumed. */
export const imageMissing = rule("image-missing", "deploy_kubernetes", (block, { serviceName }) =>
  block.image === undefined
    ? kindProblems.imageMissing({ name: block.name, image: `${serviceName}:latest` }).at(keySpanOf(block))
    : undefined,
);
