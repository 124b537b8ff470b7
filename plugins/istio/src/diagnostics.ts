import { defineDiagnostics, definePhrases } from "@dpm/core";

/** What Istio cannot say as the model does: reasons of verdicts (notes), and what is refused. */
export const problems = defineDiagnostics("istio", {
  "affinity-moves": {
    severity: "note",
    message: "a hash of the cookie chooses the server: some clients move when a server comes or goes",
  },
  "strategy-overridden": { severity: "note", message: "affinity is a hash of the cookie instead of {strategy}" },
  "two-drawn": { severity: "note", message: "LEAST_REQUEST compares two servers that are drawn, not all of them" },
  "no-least-time": { severity: "note", message: "no answer times are compared: LEAST_REQUEST instead" },
  "nearest-address": {
    severity: "note",
    message: "the address is that of the proxy or gateway that calls, not of the client before it",
  },
  "hash-header-unused": { severity: "note", message: "only `hash_key: header` reads a header" },
  "hash-key-unused": { severity: "note", message: "only consistent_hash reads a key" },
  "rounded-up": { severity: "note", message: "{slot} takes whole milliseconds" },
  "no-backup": { severity: "note", message: "Istio has no backup servers" },
  "pods-are-servers": {
    severity: "note",
    message: "the component runs on Kubernetes: the pods of its service are its servers",
  },
  "pods-listen": { severity: "note", message: "the Kubernetes service says on which port it is called" },
  "pods-uncounted": {
    severity: "note",
    message: "Istio is not told how many servers there are: {further} further ones are tried",
  },
  "one-count": {
    severity: "note",
    message: "retries and failover share one number: as many servers as attempts may be tried",
  },
  "in-a-row": { severity: "note", message: "Envoy counts {failures} failures in a row, in each proxy for itself" },
  "no-window": { severity: "note", message: "failures count however long they are apart" },
  "growing-time": {
    severity: "note",
    message: "a server stays out longer each time that it was left out before, up to 5 minutes",
  },
  "passive-check": {
    severity: "note",
    message: "no active checks: 3 failures in a row leave a server out for {time} instead",
  },
  "no-active-check": { severity: "note", message: "no active checks: {what} is not asked for" },
  "written-ejection-wins": {
    severity: "note",
    message: "the written `ejection` is in force, and Istio has no active checks",
  },
  "no-rate-limit": {
    severity: "note",
    message: "Istio has no rate limit; the option `envoy_filter` puts Envoy's own in front of every instance",
  },
  "no-client-limit": { severity: "note", message: "Envoy's local limit does not tell clients apart" },
  "rate-rounded": {
    severity: "note",
    message: "Envoy fills in whole tokens and milliseconds: {tokens} every {time}",
  },
  "burst-raised": {
    severity: "note",
    message: "Envoy fills {tokens} tokens every {time}, so as many are admitted at once",
  },
  "limit-per-proxy": { severity: "note", message: "each proxy counts for itself" },
  "no-wait": { severity: "note", message: "Istio lets no request wait for its turn: it is answered with 503 at once" },
  "no-breaker": {
    severity: "note",
    message: "Istio leaves single servers out, it has no breaker; no other target that has one is on this edge",
  },
  "no-fallback": {
    severity: "note",
    message: "Istio has no fallback, and no other target that has one is on this edge",
  },
  "no-backoff": {
    severity: "note",
    message: "the pause between attempts can be set from Istio 1.26 on, this is {version}",
  },
  "least-pause": { severity: "note", message: "Envoy pauses a random time below 1 ms at least" },
  "own-growth": {
    severity: "note",
    message: "Envoy draws each pause at random, below the base, then below 3 and 7 times the base",
  },
  "ten-times": { severity: "note", message: "Envoy's longest pause is ten times the base" },
  "reset-covers-timeout": {
    severity: "note",
    message: "`reset` covers a connection that broke and an attempt that took too long: both are tried again",
  },
  "retry-after-ignored": {
    severity: "note",
    message: "Envoy tries again after its own pause, whatever Retry-After asks for",
  },
  net: { severity: "note", message: "a net of {printed} around the deadline that {owner} keeps" },
  "no-gateway": {
    severity: "note",
    message: "{name} passes requests on in front of the mesh, and no configured target makes it",
  },
  "service-assumed": {
    severity: "note",
    message: "Istio expects a service `{host}`: `{name}` has neither servers nor deploy_kubernetes",
    help: "add `servers: [...]` to `load_balancer {name}`, or see that Kubernetes has that service",
  },
  "gateway-host": {
    severity: "warning",
    message: "what `{gateway}` passes on is this service's for the mesh only if it asks for the host `{host}`",
    help: "let requests come with that name, or let another target own what Istio owns here",
  },
  "bad-name": {
    severity: "error",
    message:
      "`{name}` cannot be the host `{host}` of the mesh: expected a letter, then letters, digits and `-`, at most 63, and 253 in all",
    help: "rename the component, or correct the option `domain`",
  },
  "bad-host": {
    severity: "error",
    message: "`{host}` is no host that Istio takes: expected an IP address or a name such as `web1.internal`",
    help: "correct the host",
  },
  "same-host": {
    severity: "error",
    message: "components `{one}` and `{other}` would both be the host `{name}` of the mesh",
    help: "rename one of them",
  },
});

/** What stands in these messages, and beside them. */
export const phrases = definePhrases("istio", {
  "the-other": "the other component",
  "a-path": "a path",
  "own-timeout": "a timeout of its own",
  or: "{one} or {other}",
});
