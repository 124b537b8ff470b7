import { map, yaml, type Traced } from "@dpm/print";
import type { Balance, MeshService, OutlierDetection } from "../model.ts";
import { duration, printTime } from "./duration.ts";

/** The `spec` of a `DestinationRule` (networking.istio.io). */
export function destinationRule({ host, policy }: MeshService): yaml.Node {
  const { maxRequests } = policy;
  return yaml.map([
    ["host", yaml.str(host)],
    [
      "trafficPolicy",
      yaml.map([
        ["loadBalancer", loadBalancer(policy.balance)],
        [
          "connectionPool",
          yaml.map([
            ["tcp", yaml.map([["connectTimeout", duration(policy.connectTimeout)]])],
            maxRequests && ["http", yaml.map([["http2MaxRequests", yaml.int(maxRequests)]])],
          ]),
        ],
        ["outlierDetection", outlierDetection(policy.outliers)],
      ]),
    ],
  ]);
}

/** Locality is switched off, since outlier detection would else prefer near servers to the strategy (LocalityLoadBalancerSetting). */
function loadBalancer(balance: Traced<Balance>): yaml.Node {
  return yaml.map([
    "simple" in balance.value
      ? ["simple", yaml.str(map(balance, (one) => ("simple" in one ? one.simple : "")))]
      : ["consistentHash", yaml.because(consistentHash(balance.value), balance)],
    ["localityLbSetting", yaml.map([["enabled", yaml.bool(false)]])],
  ]);
}

function consistentHash(balance: Exclude<Balance, { readonly simple: string }>): yaml.Node {
  switch (balance.hash) {
    case "source_ip":
      return yaml.map([["useSourceIp", yaml.bool(true)]]);
    case "header":
      return yaml.map([["httpHeaderName", yaml.str(balance.header)]]);
    case "cookie":
      return yaml.map([
        [
          "httpCookie",
          yaml.map([
            ["name", yaml.str(balance.cookie)],
            ["path", yaml.str("/")],
            ["ttl", yaml.str(printTime(balance.ttl))],
          ]),
        ],
      ]);
  }
}

function outlierDetection(made: OutlierDetection): yaml.Node {
  return yaml.map([
    ["consecutive5xxErrors", yaml.int(made.consecutive5xxErrors)],
    ["interval", duration(made.interval)],
    ["baseEjectionTime", duration(made.baseEjectionTime)],
    ["maxEjectionPercent", yaml.int(made.maxEjectionPercent)],
  ]);
}
