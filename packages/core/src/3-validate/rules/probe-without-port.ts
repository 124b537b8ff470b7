import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { registeredPort } from "../../2-normalize/registered-port.ts";
import { probesOf } from "../probes.ts";
import { rule } from "../rule.ts";

/** A probe over HTTP or TCP asks a port: its own, else the one that the component is known to listen on. */
export const probeWithoutPort = rule("probe-without-port", "deploy_kubernetes", (block, component) =>
  registeredPort(component)
    ? []
    : probesOf(block).flatMap((probe) => {
        const field = probe.httpGet ? "httpGet" : "tcpSocket";
        const asked = probe[field];
        if (!asked || asked.port !== undefined) return [];
        return [kindProblems.probeWithoutPort({ name: block.name }).at(keySpanOf(probe, field))];
      }),
);
