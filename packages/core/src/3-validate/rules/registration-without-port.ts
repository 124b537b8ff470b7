import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { registeredPort } from "../../2-normalize/registered-port.ts";
import { rule } from "../rule.ts";

/** What is registered in Consul has a port: its own, that of its `tcp` check or that of its deployment. */
export const registrationWithoutPort = rule("registration-without-port", "service_discovery", (block, component) =>
  block.registry === "consul" && !registeredPort(component)
    ? kindProblems.registrationWithoutPort({ name: block.name }).at(keySpanOf(block))
    : undefined,
);
