import { defineDiagnostics } from "../define.ts";
import { definePhrases } from "../phrases.ts";

/** What dpm's own rules find. */
export const ruleProblems = defineDiagnostics("core", {
  "breaker-blind": {
    severity: "warning",
    message:
      "the breaker needs {minimum} calls in {window} and sees {expected} of {load}: it cannot open however much fails",
    help: {
      window: 'widen `sliding_window` to "{wide}", or lower `minimum_request_count` to {fits}',
      only: 'widen `sliding_window` to "{wide}"',
    },
  },
  "dead-attempt": {
    severity: "error",
    message:
      "attempt {attempt} can never start when those before it time out: with their pauses they take {startsAt}, the total timeout is {total}",
  },
  "dead-pause": {
    severity: "error",
    message:
      "attempt {attempt} can never start: the pauses before it alone take {pauses}, the total timeout is {total}",
  },
  "late-attempt": {
    severity: "warning",
    message:
      "attempt {attempt} may never start when those before it time out: with the longest pauses they take {startsAt}, the total timeout is {total}",
  },
  "per-attempt-above-total": {
    severity: "error",
    message: "one attempt may take {limit}, but the whole call only {deadline}",
    help: 'lower `per_attempt` to "{total}" or less, or raise `total` to "{perAttempt}"',
  },
  "hang-eats-attempts": {
    severity: "warning",
    message: "a first attempt that hangs uses up the total timeout of {total}, so the other {others} never run",
    help: 'add `per_attempt: "{fits}"`: then all {attempts} attempts fit',
  },
  "budget-exceeded": {
    severity: "error",
    message: "a call may take {worst}, `max_response_time` is {limit}",
  },
  "budget-unbounded": {
    severity: "error",
    message: "a call that hangs never ends, `max_response_time` is {limit}",
    help: 'add `timeout: "{total}"` to `fault_tolerance {name}`',
  },
  "threshold-above-minimum": {
    severity: "error",
    message: "{failures} failures of {minimum} calls are a rate above 100 %: the breaker can never open",
    help: "lower `failure_threshold` to {minimum} or less, or raise `minimum_request_count` to {failures}",
  },
  "threshold-twice": {
    severity: "error",
    message: "a threshold is one of `count`, `ratio`, `failures` and `consecutive`; here are {given}",
    help: "keep one of them",
  },
  "threshold-missing": {
    severity: "error",
    message: "`failure_threshold` says no threshold",
    help: 'write `failure_threshold: 5`, `"50%"`, `{ failures: 5 }` or `{ consecutive: 5 }`',
  },
  "minimum-exceeds-window": {
    severity: "error",
    message: "the window holds {size} calls, but {minimum} are needed before the breaker can open",
    help: "raise `sliding_window` to {minimum} or more, or lower {lower} to {size}",
  },
  "hang-never-opens": {
    severity: "note",
    message:
      "a single caller whose calls hang completes {completed} in the window of {window}, the breaker needs {minimum}: it opens only for {callers} callers or more",
  },
  "bulkhead-starves-breaker": {
    severity: "warning",
    message:
      "calls that hang never open the breaker: it needs {minimum} in {window}, but the {places} that run at once complete {all}",
    help: "raise `max_concurrent_calls` to {needed} or more, or lower `minimum_request_count` to {all}",
  },
  "count-trips-early": {
    severity: "warning",
    message:
      "{rate} calls per second with {share} of errors are {expected} failures in {window}: {failures} open the breaker inside the objective",
    help: 'raise `failures` to {enough} or more, or write a share such as `failure_threshold: "50%"`',
  },
  "window-below-timeout": {
    severity: "warning",
    message:
      "the window of {window} is shorter than two attempts of {limit}: hanging calls leave it before they are counted together",
    help: 'widen `sliding_window` to "{wide}" or more',
  },
  "wait-exceeds-total": {
    severity: "warning",
    message: "a call may wait {wait} for its turn, but its deadline is {total}: it may be cancelled before it begins",
    help: "lower `max_wait_duration` below {total}",
  },
  "connect-not-shorter": {
    severity: "warning",
    message: "making a connection may take {connect}, but `{name}` is {limit}: nothing is left for the call",
    help: "lower `connect` below {limit}",
  },
  "not-replayed": {
    severity: "note",
    message: "`{target}` sees no method, so calls that may have been served are not tried again: {outcomes}",
    help: "set `idempotent: true` if all operations can be repeated, or leave it to callers that know",
  },
  "max-delay-unreachable": {
    severity: "note",
    message: "the longest of the pauses {pauses} stays below `max_delay` {maxDelay}",
    help: "remove `max_delay`",
  },
  "lock-step": {
    severity: "note",
    message: "`{backoff}` pauses are the same for all callers, so they come back together",
    help: "use `exponential_jitter`",
  },
  "fallback-reports-success": {
    severity: "warning",
    message: "the fallback answers `{status}`, so callers and monitors cannot tell it from a real success",
    help: 'say in the answer that it is degraded, for example `status: "degraded"`',
  },
  "fallback-without-answer": {
    severity: "error",
    message: "strategy `{strategy}` needs a `default_response`",
    help: "add `default_response: { ... }`, or choose `return_empty`",
  },
  "check-overlaps": {
    severity: "warning",
    message: "a health check may take {timeout} but is repeated every {interval}",
    help: "lower `timeout` below {interval}",
  },
  "duplicate-server": {
    severity: "error",
    message: "server `{server}` is listed twice",
    help: "remove one, and give the other the `weight` of both, {weight}",
  },
  "only-backups": {
    severity: "error",
    message: "every server is a backup, so none serves while all are well",
    help: "remove `backup: true` from the servers that are to serve",
  },
  "weight-without-effect": {
    severity: "warning",
    message: "weight {weight} has no effect: all servers weigh the same",
    help: "remove `weight`, or give the servers different weights",
  },
  "hash-header-missing": {
    severity: "error",
    message: "the servers are chosen by a header, but `hash_header` does not say which",
    help: 'add `hash_header: "X-User"`, or choose another `hash_key`',
  },
  "limit-below-demand": {
    severity: "error",
    message: "`min_throughput` asks for {demand} per second, `rate_limiting` admits {limit} per second",
    help: "raise `requests_per_second` to {needed} or more, or lower `min_throughput` to {limit}",
  },
  "limit-below-benchmark": {
    severity: "warning",
    message:
      "`min_throughput` asks for {demand} per second, but one client address is admitted {limit} per second: a benchmark from one machine cannot show it",
    help: "raise `requests_per_second` to {demand}, or measure from {clients} addresses",
  },
  "limit-per-instance": {
    severity: "note",
    message: "{each} in each of {instances} instances are up to {all} together",
    help: 'write `per: "cluster"` if the limit is meant for all of them',
  },
  "unknown-pattern": {
    severity: "warning",
    message: "`{pattern}` is no block kind, so nothing is made of it",
    help: "use a kind that dpm or a plugin knows",
  },
  "pattern-not-defined": {
    severity: "warning",
    message: "`{name}` has no `{pattern}` block",
    help: "declare `{pattern} {name} { ... }`, or remove the pattern",
  },
  "secret-literal": {
    severity: "warning",
    message: "the value of `{name}` is a secret that stands in the model",
    help: 'write `secret("store/key")` instead, or `env("NAME")`, and set it where the service runs',
  },
  "password-in-url": {
    severity: "warning",
    message: "the URL in `{name}` has a password in it, and stands in the model",
    help: "remove the password from the URL and pass it where the service runs",
  },
});

/** What stands in these messages, and beside them. */
export const rulePhrases = definePhrases("core", {
  "remove-or-raise": "remove `max_delay`, or raise `max_attempts` to {enough}",
  "write-group": "write `{group}`: then all {attempts} attempts fit",
  "limit-each": "limit each attempt to {fits} ms",
  "raise-above-pauses": "raise `total` above {pauses}, which the pauses alone may take, then add `per_attempt`",
  "raise-concurrent": "raise `max_concurrent_calls` to {needed} or more",
  "lower-or-widen":
    'lower `{name}` to "{limit}" or widen `sliding_window` to "{wide}", if one caller alone is to open it',
  "widen-for-one": 'widen `sliding_window` to "{wide}", if one caller alone is to open it',
  "add-total": "add `total: {time}`",
  "lower-total": "lower `total` to {time}",
  "raise-response-time": 'raise `max_response_time` to "{worst}"',
  "raise-total-above": "raise `total` above {time}",
  "lower-per-attempt": 'lower `per_attempt` to "{fits}" or less',
  "lower-attempts": "lower `max_attempts` to {attempts}",
  "declare-or-remove": "declare `{block} { ... }`, or remove the pattern",
  "declare-or-say": "declare `{block} { ... }`, or say whose is meant: {choices}",
  "declare-or-say-more": "declare `{block} { ... }`, or say whose is meant: {choices} and {more} more",
  "one-fits": "1 attempt fits",
  fit: "{attempts} attempts fit",
});
