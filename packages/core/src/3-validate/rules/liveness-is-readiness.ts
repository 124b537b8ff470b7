import { timePhrases, timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** What says that a pod gets no calls should not have it started again: the liveness probe asks something else than the readiness probe. T10 of docs/rules.md. */
export const livenessIsReadiness = rule(
  "liveness-is-readiness",
  "deploy_kubernetes",
  ({ livenessProbe: live, readinessProbe: ready }) => {
    const [asked, same] = [live?.httpGet, ready?.httpGet];
    if (!asked || !same || asked.path !== same.path || asked.port !== same.port) return;
    return timeProblems
      .livenessIsReadiness({ path: asked.path })
      .at(spanOf(asked, "path"), { related: [{ message: timePhrases.readinessPath(), span: spanOf(same, "path") }] });
  },
);
