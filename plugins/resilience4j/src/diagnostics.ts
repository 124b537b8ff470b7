import { defineDiagnostics, definePhrases } from "@dpm/core";

/** What Resilience4j cannot say as the model does: reasons of verdicts (notes), and what is refused. */
export const problems = defineDiagnostics("resilience4j", {
  "raw-in-java": {
    severity: "note",
    message: "what is raw lies over application.yml, which only style `spring` has",
  },
  "callee-down": {
    severity: "note",
    message:
      "callee down: the policy guards {component}'s operations inside its own process; when that process is gone, nothing answers in its place",
  },
  "connect-is-the-clients": {
    severity: "note",
    message:
      "the client that connects has its own connect timeout; in front of it only the whole attempt has a deadline",
  },
  "statuses-unseen": {
    severity: "note",
    message:
      "exceptions are seen here, statuses are not: the caller's predicate says which exceptions stand for {statuses}",
  },
  "connect-timeouts-alike": {
    severity: "note",
    message:
      "a connection that is not made in time is a connect failure where the JDK says so; another client's SocketTimeoutException may be either, and counts as a timeout",
  },
  "whole-milliseconds": {
    severity: "note",
    message: "Resilience4j counts in milliseconds: {printed} instead of {wanted}",
  },
  "whole-seconds": {
    severity: "note",
    message: "Resilience4j's window has whole seconds: {printed} instead of {wanted}",
  },
  "pauses-truncated": {
    severity: "note",
    message:
      "Resilience4j drops fractions of a millisecond before it multiplies again: pause {number} is {printed} instead of {wanted}",
  },
  "fewer-probes": {
    severity: "note",
    message:
      "Resilience4j judges its probes after {minimum} of {probes}, the minimum of calls: {minimum} successes close the breaker",
  },
  "no-effect": { severity: "note", message: "`{field}` has no effect: {why}" },
  "empty-is-the-callers": {
    severity: "note",
    message: "the policy does not know the answer's type: the caller supplies the empty answer",
  },
  "tests-switched-off": { severity: "note", message: "tests that are made switched off: {tests}" },
  "not-tested-here": { severity: "note", message: "JUnit tests of policies are made here, not of `{what}`" },
  "per-process": {
    severity: "note",
    message:
      "each process has a bulkhead of its own: {replicas} replicas of {component} let {all} calls run at once, {each} in each",
  },
  "breaker-per-process": {
    severity: "note",
    message:
      "each process has a breaker of its own: it takes {each} calls in each of {replicas} replicas of {component}, {all} in all, to open all of them",
  },
  "owners-differ": {
    severity: "error",
    message:
      "the callers of {component} leave different concerns to this target, and the one class in its process cannot be both: {first}; {other}",
    help: "choose an owner that is on the way from both, in `owners` of `fault_tolerance {component}`, or configure the target of the one gateway for the other too",
  },
  "same-class": {
    severity: "error",
    message: "`{one}` and `{other}` would both be the Java class {class}",
    help: "rename one of them",
  },
  "bad-package": {
    severity: "error",
    message: "`{package}` is no Java package: `{part}` is {problem}",
    help: "write lower-case names with dots between, such as `com.example.order`",
  },
  "number-too-large": {
    severity: "error",
    message: "Resilience4j takes at most 2147483647 here, not {number}",
    help: "lower the number",
  },
  "rate-out-of-range": {
    severity: "error",
    message: "a failure rate is {least} to 100 % here, not {rate} %",
    help: "raise `failure_threshold`",
  },
  "version-too-old": {
    severity: "error",
    message: "the generated code needs Resilience4j 2.0.0 or later, this is {version}",
    help: "raise `version`",
  },
});

/** What stands in these messages, and beside them. */
export const phrases = definePhrases("resilience4j", {
  "the-other": "the other component",
  "no-policy": "{name}, which has no policy",
  "without-policy": "what has no policy",
  "in-a-row": "the breaker counts failures in a row",
  "field-is": "`{field}` is `{value}`",
  "nothing-again": "nothing is tried again",
  "javas-own": "Java's own",
  reserved: "a reserved word",
  "no-name": "no name",
  leaves: "{caller} leaves {share}",
});
