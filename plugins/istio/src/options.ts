import { boolean, string } from "@dpm/core";

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const name = { pattern: label, expected: "at most 63 lower-case letters, digits and `-`" };
const domain = { pattern: `${label}(?:\\.${label})*`, expected: "a domain such as `svc.cluster.local`" };

/** What `.dpmrc` may say below `targets.istio`, beside `version`. */
export const options = {
  namespace: string(name).default("default").doc("The namespace of components whose `deploy_kubernetes` names none."),
  domain: string(domain).default("svc.cluster.local").doc("What follows the namespace in the name of a service."),
  envoy_filter: boolean()
    .default(false)
    .doc("Whether an `EnvoyFilter` may say what Istio itself cannot: a rate limit in front of every instance."),
};

export interface Options {
  readonly namespace: string;
  readonly domain: string;
  readonly envoyFilter: boolean;
}
