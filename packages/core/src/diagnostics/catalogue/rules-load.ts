import { defineDiagnostics } from "../define.ts";

/** What dpm's own rules find about load and what can carry it. */
export const loadProblems = defineDiagnostics("core", {
  "attempts-multiply": {
    severity: "warning",
    message: "one request may become {all} calls of `{name}`, because several edges on the way retry: {factors}",
    help: "lower `max_attempts` to 1 on all but one of them, or say with `budget` what holds the retries back",
  },
  "retry-storm": {
    severity: "warning",
    message:
      "{load} use {share} of the capacity: once calls fail, {attempts} attempts make {all} of them, more than the {capacity} that can be served, and the overload keeps itself alive",
    help: "lower `max_attempts` to {fits}, or add a `circuit_breaker`",
  },
  "autoscaler-above-stable": {
    severity: "note",
    message:
      "pods are added above {used} of their processor time, but with {attempts} attempts an overload can keep itself alive above {stable}",
    help: {
      either: "lower `target_cpu_utilization_percentage` to {lower}, or add a `circuit_breaker`",
      shelter: "add a `circuit_breaker`",
    },
  },
  "bulkhead-below-demand": {
    severity: "warning",
    message:
      "{demand} for each process, {latency} each, are {under} calls at once, and `max_concurrent_calls` is {places}: some wait or are refused while all is well",
    help: "raise `max_concurrent_calls` to {needed} or more",
  },
  "hang-fills-bulkhead": {
    severity: "warning",
    message:
      "calls that hang keep their {places} places for {held}, so {served} of {demand} for each process get one: {refused} are refused, also those that would be well",
    help: "raise `max_concurrent_calls` to {needed} or more, or add a `circuit_breaker`",
  },
  "wait-eats-deadline": {
    severity: "note",
    message: "a call may wait {wait} of its {total} for its turn: {left} are left for all attempts",
    help: "lower `max_wait_duration` below {half}",
  },
  "cold-cache": {
    severity: "warning",
    message:
      "while the cache is empty {load} reach what is behind it, which can answer {capacity}: it may never fill again",
    help: "set `coalesce: true` if questions for one key are asked as one",
  },
  "survivors-overloaded": {
    severity: "warning",
    message:
      "when the server with the greatest weight fails, the others can serve {rest}, and the `load` of `{name}` is {load}",
    help: "add servers until `capacity` is above {needed}",
  },
  "pods-below-quorum": {
    severity: "warning",
    message:
      "the number of pods may be as low as {least}, and of {nodes} nodes {majority} decide: nothing can be written then",
    help: {
      scaler: "raise `min_replicas` to {majority} or more",
      replicas: "raise `replicas` to {majority} or more",
    },
  },
});
