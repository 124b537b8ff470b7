import { defineDiagnostics } from "../define.ts";
import { definePhrases } from "../phrases.ts";

/** What stands beside these messages. */
export const timePhrases = definePhrases("core", {
  "callers-limit": "the limit of the caller",
  "readiness-path": "what the readiness probe asks",
  "usual-latency": "the latency",
});

/** What the rules of time find: deadlines, locks, transactions, consumers, pods. */
export const timeProblems = defineDiagnostics("core", {
  "callee-outlasts-caller": {
    severity: "warning",
    message:
      "a call to `{callee}` may take {worst}, but `{caller}` gives up after {limit}: the work goes on for nobody",
    help: {
      total: 'lower `total` to "{fits}", or raise `{name}` of `{caller}` to "{enough}"',
      perAttempt: 'lower `per_attempt` to "{fits}", or raise `{name}` of `{caller}` to "{enough}"',
      caller: 'raise `{name}` of `{caller}` to "{enough}"',
    },
  },
  "restart-before-deadline": {
    severity: "warning",
    message:
      "a pod that does not answer is started again after {patience}, but its calls may take {worst}: what only waits is killed",
    help: {
      total: 'raise `failure_threshold` to {enough}, or lower `total` to "{fits}"',
      perAttempt: 'raise `failure_threshold` to {enough}, or lower `per_attempt` to "{fits}"',
      probe: "raise `failure_threshold` to {enough}",
    },
  },
  "liveness-is-readiness": {
    severity: "note",
    message: "both probes ask `{path}`: a pod that should only get no calls for a while is started again",
    help: "use a path for the liveness probe that asks nothing else",
  },
  "grace-below-deadline": {
    severity: "warning",
    message: "a pod that is stopped has {grace} to finish, but its calls may take {worst}: they are cut off",
    help: {
      raise: 'raise `termination_grace_period` to "{enough}"',
      add: 'add `termination_grace_period: "{enough}"`',
    },
  },
  "saga-below-steps": {
    severity: "warning",
    message: "the steps may take {needed} with their attempts and pauses, the transaction is given up after {timeout}",
    help: {
      attempts: 'raise `timeout` to "{enough}", or lower `max_attempts` to {fits}',
      only: 'raise `timeout` to "{enough}"',
    },
  },
  "lock-lost-in-pause": {
    severity: "warning",
    message: "a holder may stand still for {pause}, but is sure of its lock for {sure} only: two then work at once",
    help: 'set `fencing: true` if what is locked refuses old holders, or raise `ttl` to "{enough}"',
  },
  "lock-ends-before-work": {
    severity: "warning",
    message:
      "the work may take {hold}, but one holder keeps the lock for {held} only: the next one begins before it ends",
    help: {
      ttl: 'raise `ttl` to "{enough}", or add `auto_renewal: { enabled: true }`',
      limit: 'raise `deadlock_detection.timeout` to "{enough}"',
    },
  },
  "lock-gives-up": {
    severity: "warning",
    message: "who waits for the lock gives up after {patience}, while its holder may work for {hold}",
    help: {
      more: "raise `max_attempts` to {enough}",
      longer: 'set `backoff: "fixed"` with `initial_delay` and `max_delay` of "{delay}"',
    },
  },
  "hold-limit-dead": {
    severity: "warning",
    message: "the longest hold of {timeout} limits nothing: without renewals the lock ends after {ttl}",
    help: 'lower `timeout` to "{fits}" or less, or add `auto_renewal: { enabled: true }`',
  },
  "renewal-after-expiry": {
    severity: "error",
    message: "the lock is renewed every {interval}, but is free again after {ttl}: no renewal comes in time",
    help: 'lower `interval` to "{half}"',
  },
  "renewal-too-late": {
    severity: "warning",
    message: "the lock is renewed every {interval} of its {ttl}: one renewal that fails loses it",
    help: 'lower `interval` to "{half}", or raise `ttl` to "{enough}"',
  },
  "poll-too-long": {
    severity: "warning",
    message:
      "{records} messages of {handling} each take {worst}, but after {interval} the consumer is taken for dead and they are handled again",
    help: {
      fewer: 'lower `max_poll_records` to {fits}, or raise `max_poll_interval` to "{enough}"',
      only: 'raise `max_poll_interval` to "{enough}"',
    },
  },
  "timeout-far-above-latency": {
    severity: "note",
    message:
      "an attempt that hangs lasts {limit}, {times} times the p99 of {p99}: in as many places {times} times fewer calls are served",
    help: {
      perAttempt: 'lower `per_attempt` to "{fits}"',
      total: 'write `timeout: { total: "{total}", per_attempt: "{fits}" }`',
    },
  },
  "timeout-below-latency": {
    severity: "warning",
    message: "attempts are cut off after {limit}, but one good call of 100 takes longer than {p99}",
    help: 'raise `{name}` to "{enough}" or more',
  },
});
