import { map, yaml } from "@dpm/print";
import type { HttpRoute, MeshService, Retries } from "../model.ts";
import { duration } from "./duration.ts";

/** The `spec` of a `VirtualService` (networking.istio.io). */
export function virtualService({ host, routes }: MeshService): yaml.Node {
  return yaml.map([
    ["hosts", yaml.list([yaml.str(host)])],
    ["http", yaml.list(routes.map((one) => route(one, host)))],
  ]);
}

function route({ callers, methods, timeout, retries: tries }: HttpRoute, host: MeshService["host"]): yaml.Node {
  return yaml.map([
    (callers.length > 0 || methods !== undefined) && ["match", yaml.list(matches({ callers, methods }))],
    ["route", yaml.list([yaml.map([["destination", yaml.map([["host", yaml.str(host)]])]])])],
    timeout && ["timeout", duration(timeout)],
    ["retries", retries(tries)],
  ]);
}

/** One for each caller: within a match everything has to hold, of several matches any. */
function matches({
  callers,
  methods,
}: Pick<HttpRoute, "callers"> & { readonly methods: HttpRoute["methods"] }): readonly yaml.Node[] {
  const method =
    methods && (["method", yaml.map([["regex", yaml.str(map(methods, (all) => all.join("|")))]])] as const);
  if (callers.length === 0) return [yaml.map([method])];
  return callers.map((caller) => yaml.map([["sourceLabels", yaml.map([["app", yaml.str(caller)]])], method]));
}

/** Without attempts there is nothing to say of them. */
function retries({ attempts, retryOn, perTryTimeout, backoff }: Retries): yaml.Node {
  return yaml.map([
    ["attempts", yaml.int(attempts)],
    perTryTimeout && ["perTryTimeout", duration(perTryTimeout)],
    retryOn && ["retryOn", yaml.str(map(retryOn, (all) => all.join(",")))],
    backoff && ["backoff", duration(backoff)],
  ]);
}
