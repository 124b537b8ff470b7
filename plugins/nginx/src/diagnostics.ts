import { defineDiagnostics, definePhrases } from "@dpm/core";

/** What nginx cannot say as the model does: reasons of verdicts (notes), and what is refused. */
export const problems = defineDiagnostics("nginx", {
  "no-least-time": {
    severity: "note",
    message: "least_time needs nginx 1.31.0, this is {version}: least_conn instead",
  },
  "strategy-overridden": {
    severity: "note",
    message: "{version} has no sticky cookie: hash of the cookie instead of {strategy}",
  },
  "ip-hash-network": { severity: "note", message: "ip_hash looks at the first three numbers of an IPv4 address only" },
  "hash-header-unused": { severity: "note", message: "only `hash_key: header` reads a header" },
  "hash-key-unused": { severity: "note", message: "only consistent_hash reads a key" },
  "raw-form": {
    severity: "note",
    message:
      "`{name}` is no directive with arguments: a text, a number, `true`, a list of these, or a list of such lists",
  },
  "single-server": { severity: "note", message: "nginx never leaves out the only server of a group" },
  "rounded-up": { severity: "note", message: "{slot} takes whole seconds: {printed} instead of {wanted}" },
  "one-knob": {
    severity: "note",
    message: "fail_timeout is both the window and the time out: {printed} for {window} and {duration}",
  },
  "status-not-counted": {
    severity: "note",
    message:
      "nginx counts failed connections and time-outs, and a status only when it tries the next server after it: {what}",
  },
  "passive-check": {
    severity: "note",
    message: "no active checks in open source: max_fails={fails} fail_timeout={time} instead; {but}",
  },
  "no-active-check": { severity: "note", message: "no active checks in open source: {what} is not asked for" },
  "check-timeout": {
    severity: "note",
    message:
      "a check has no timeout of its own: it takes as long as proxy_connect_timeout and proxy_read_timeout allow",
  },
  "written-ejection-wins": {
    severity: "note",
    message: "the written `ejection` is in force, and open source has no active checks",
  },
  "affinity-by-hash": {
    severity: "note",
    message: "{version} has no sticky cookie: hash $cookie_{cookie} consistent, and the application sets the cookie",
  },
  "affinity-no-ttl": {
    severity: "note",
    message: "{version} has no sticky cookie: the application that sets the cookie decides how long it lives",
  },
  "no-backup": { severity: "note", message: "nginx has no backup servers with {method}" },
  "rate-rounded": {
    severity: "note",
    message: "nginx takes whole requests per second or minute: {printed} instead of {wanted}",
  },
  "limit-per-instance": {
    severity: "note",
    message: "each nginx counts for itself: {what} are limited together in one instance only",
  },
  "connection-failover": {
    severity: "note",
    message:
      "nginx cannot tell a failed connection from a connection that broke: within {window} an idempotent request that was reset is sent again",
  },
  "no-failover-window": {
    severity: "note",
    message:
      "a server that does not accept connections is not passed over: the limit of {limit} leaves no time for a second one",
  },
  "no-backoff": { severity: "note", message: "nginx tries the next server at once" },
  "never-same-server": {
    severity: "note",
    message: "nginx tries each server once: at most {servers} attempts instead of {attempts}",
  },
  "error-covers-reset": {
    severity: "note",
    message: "`error` covers a connection that failed and one that broke: both are tried again",
  },
  "error-left-out": {
    severity: "note",
    message: "`error` is left out, since failover is off: after a connection that failed or broke no server is tried",
  },
  "connect-timeout-stays": {
    severity: "note",
    message:
      "a connection that is not accepted in time is a time-out to nginx, as a hang is: no other server is tried after it",
  },
  "retries-next-server": {
    severity: "note",
    message: "failover is off after a failed connection only: what nginx tries again goes to the next server",
  },
  "shared-tries": {
    severity: "note",
    message: "nginx counts the tries of failover and of retries together: a request sees at most {tries} servers",
  },
  "retry-after-ignored": { severity: "note", message: "nginx tries again at once, whatever Retry-After asks for" },
  "idle-not-total": {
    severity: "note",
    message:
      "nginx has no deadline of a call: {slot} {printed} ends one that is silent for so long, and no attempt begins after the total",
  },
  "idle-not-attempt": {
    severity: "note",
    message: "proxy_read_timeout {printed} ends an attempt that is silent for so long, not one that drips",
  },
  "connect-limit": { severity: "note", message: "nginx waits at most 75 s for a connection" },
  "stale-cache": {
    severity: "note",
    message:
      "proxy_cache_use_stale answers with the last good answer to the same GET; answers are fresh for 1 s; a request with Authorization or Cookie is neither kept nor answered so",
  },
  "stale-age": {
    severity: "note",
    message: "nginx keeps a stale answer while it is asked for at least every {ttl}, it has no greatest age",
  },
  "prefixes-invented": {
    severity: "note",
    message: "the model does not say which requests are whose: {prefixes}, and 404 for any other",
  },
  "default-port": {
    severity: "note",
    message: "server `{host}` has no port: nginx connects to port 80",
    help: "write the port, `{host}:80` if it is that one",
  },
  "no-null": { severity: "note", message: "an answer over HTTP has a body: `null` instead of no value" },
  "no-owner": { severity: "note", message: "nginx has no {concern}, and no other target that has one is on this edge" },
  "no-servers": {
    severity: "error",
    message: "gateway `{name}` has no servers to pass calls on to",
    help: "add `servers: [...]` to `load_balancer {name}`",
  },
  "name-at-start": {
    severity: "warning",
    message: "nginx {version} looks up `{host}` once, when it starts, and does not start when that fails",
    help: "set the option `resolver` (with nginx 1.27.3 or later), or write an address",
  },
  "too-long": {
    severity: "error",
    message: "nginx takes at most {limit} bytes here, the text has {length}",
    help: "shorten the text",
  },
  unprintable: {
    severity: "error",
    message: "nginx cannot be told a text with {what}",
    help: "remove the character",
  },
  "same-location": {
    severity: "error",
    message: "`{gateway}` would pass `/{service}/` on to `{one}` and to `{other}`",
    help: "rename one of the two, so that their service names differ",
  },
  "version-too-old": {
    severity: "error",
    message: "dpm writes for nginx 1.9.13 and later, this is {version}",
    help: "raise `version`",
  },
  "resolver-too-old": {
    severity: "error",
    message: "the option `resolver` needs nginx 1.27.3, this is {version}",
    help: "remove `resolver`, or raise `version`",
  },
  "bad-cookie": {
    severity: "error",
    message: "nginx {version} can only hash a cookie whose name is letters, digits and `_`, not `{cookie}`",
    help: "rename the cookie, or raise `version` to 1.29.6",
  },
  "same-gateway": {
    severity: "error",
    message: "gateways `{one}` and `{other}` would be written to the same file {path}",
    help: "rename one of them",
  },
});

/** What stands in these messages, and beside them. */
export const phrases = definePhrases("nginx", {
  "the-other-gateway": "the other gateway",
  "a-path": "a path",
  "own-timeout": "a timeout of its own",
  or: "{one} or {other}",
  "here-none": "here none",
  "none-after-last": "none after the last try",
  "none-after-post": "none after a POST",
  "none-for": "none for `{callee}`",
  "all-requests": "all requests",
  "prefix-for": "`{prefix}` for `{callee}`",
  nul: "a NUL character",
  "half-pair": "half of a surrogate pair",
});
