import { defineDiagnostics } from "../define.ts";

/** What dpm's own rules find. */
export const ruleProblems = defineDiagnostics("core", {
  "dead-attempt": {
    severity: "error",
    message:
      "attempt {attempt} can never start: the attempts before it and their pauses take {startsAt}, the total timeout is {total}",
    help: "raise `total` above {startsAt}, or lower `per_attempt` to {fits} or less",
  },
  "per-attempt-above-total": {
    severity: "error",
    message: "one attempt may take {perAttempt}, but the whole call only {total}",
    help: "lower `per_attempt` below {total}, or raise `total`",
  },
  "hang-eats-attempts": {
    severity: "warning",
    message: "a first attempt that hangs uses up the total timeout of {total}, so the other {others} never run",
    help: 'add `per_attempt: "{fits}"`: then all {attempts} attempts fit',
  },
  "budget-exceeded": {
    severity: "error",
    message: "a call may take {worst}, `max_response_time` is {limit}",
    help: "lower the `total` timeout to {limit} or less, or raise `max_response_time` to {worst}",
  },
  "budget-unbounded": {
    severity: "error",
    message: "a call that hangs never ends, `max_response_time` is {limit}",
    help: 'add `timeout: "{limit}"` to `fault_tolerance {name}`',
  },
  "threshold-above-minimum": {
    severity: "error",
    message: "{failures} failures of {minimum} calls are a rate above 100 %: the breaker can never open",
    help: "lower `failure_threshold` to {minimum} or less, or raise `minimum_request_count`",
  },
  "threshold-twice": {
    severity: "error",
    message: "a threshold is one of a count, a share, `failures` or `consecutive`; here are {given}",
    help: "keep one of them",
  },
  "threshold-missing": {
    severity: "error",
    message: "`failure_threshold` says no threshold",
    help: 'write `failure_threshold: 5`, `"50%"`, `{ failures: 5 }` or `{ consecutive: 5 }`',
  },
  "minimum-exceeds-window": {
    severity: "error",
    message: "the window holds {size} calls, so the minimum of {minimum} is never reached",
    help: "raise `sliding_window` to {minimum} or more, or lower `minimum_request_count`",
  },
  "hang-never-opens": {
    severity: "note",
    message:
      "a single caller whose calls hang completes {completed} in the window of {window}, the breaker needs {minimum}: it opens only for {callers} callers or more",
    help: "add `per_attempt`, or widen `sliding_window`",
  },
  "window-below-timeout": {
    severity: "warning",
    message:
      "the window of {window} is shorter than two attempts of {limit}: hanging calls leave it before they are counted together",
    help: "widen `sliding_window` to {wide} or more",
  },
  "wait-exceeds-total": {
    severity: "warning",
    message: "a call may wait {wait} for its turn, but its deadline is {total}: it may be cancelled before it begins",
    help: "lower `max_wait_duration` well below {total}",
  },
  "max-delay-unreachable": {
    severity: "note",
    message: "the longest of the pauses {pauses} stays below `max_delay` {maxDelay}",
    help: "remove `max_delay`, or raise `max_attempts`",
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
    help: "remove one, or give it a larger `weight`",
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
  "limit-below-demand": {
    severity: "error",
    message: "`min_throughput` asks for {demand} per second, `rate_limiting` admits {limit} per second",
    help: "raise `requests_per_second` to {demand} or more, or lower `min_throughput`",
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
});
