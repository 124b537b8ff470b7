import { block } from "../fields/block.ts";
import {
  boolean,
  duration,
  integer,
  json,
  list,
  number,
  object,
  oneOf,
  rate,
  ratio,
  string,
  type Infer,
} from "../fields/field.ts";
import { calls } from "./parts/calls.ts";

/** How often something is tried, and the pauses between. */
export const pauseFields = {
  max_attempts: integer({ min: 1, max: 1000 })
    .default(3)
    .doc("How often it is tried, the first time included; 1 is no retry."),
  backoff: oneOf({
    none: "No pause between attempts.",
    fixed: "The same pause each time.",
    linear: "Each pause is longer than the one before by the initial delay.",
    exponential: "Each pause is the one before times the multiplier.",
    exponential_jitter: "A random share of the exponential pause, so that callers do not move in step.",
    decorrelated_jitter: "A random pause between the initial delay and three times the one before.",
  })
    .alias({ constant: "fixed" })
    .default("exponential_jitter")
    .doc("How the pauses between attempts grow."),
  initial_delay: duration({ min: 0 }).also({ delay: "" }).default("100ms").doc("The first pause."),
  max_delay: duration({ min: 0 }).default("1s").doc("No pause is longer than this."),
  multiplier: number({ min: 1, max: 100 }).default(2).doc("What each exponential pause is multiplied by."),
};

export const retryFields = {
  ...pauseFields,
  on: list(
    oneOf({
      connect_failure: "The connection could not be made; nothing was sent.",
      timeout: "The attempt did not answer in time.",
      reset: "The connection broke after the request was sent.",
      "500": "Status 500.",
      "502": "Status 502.",
      "503": "Status 503.",
      "504": "Status 504.",
      "429": "Status 429, after the pause that Retry-After asks for.",
    }),
    { min: 1 },
  )
    .default(["connect_failure", "timeout", "reset", "502", "503", "504", "429"])
    .doc("Which outcomes are tried again. Business errors never are."),
  budget: ratio()
    .optional()
    .doc("The share of the load up to which something outside of dpm lets retries through.")
    .fact(),
};

/** When a failed attempt is tried again. */
export const retry = object(retryFields, { shorthand: ["max_attempts"] });

export const timeoutFields = {
  total: duration({ min: 1000 })
    .optional()
    .doc("The deadline of the whole call, attempts and pauses included; work is cancelled when it passes."),
  per_attempt: duration({ min: 1000 }).optional().doc("The deadline of each attempt."),
  connect: duration({ min: 1000 }).default("1s").doc("The deadline of making a connection."),
};

/** How long a call may take. */
export const timeout = object(timeoutFields, { shorthand: ["total"] });

const failureThreshold = object(
  {
    count: integer({ min: 1 })
      .optional()
      .doc("With `minimum_request_count` N: the rate count/N. Alone: so many failures in a row."),
    ratio: ratio({ percentOnly: true }).optional().doc('The share of calls that failed, as `"50%"`.'),
    failures: integer({ min: 1 }).optional().doc("So many failures in the window, whatever succeeded."),
    consecutive: integer({ min: 1 }).optional().doc("So many failures in a row."),
  },
  { shorthand: ["count", "ratio"] },
);

export const circuitBreakerFields = {
  failure_threshold: failureThreshold.doc("How much failure opens the breaker."),
  minimum_request_count: integer({ min: 1 }).optional().doc("Fewer calls than this in the window never open it."),
  sliding_window: object(
    {
      calls: integer({ min: 1 }).optional().doc("The last so many calls."),
      time: duration({ min: 1_000_000 }).optional().doc("The calls completed in the last so long."),
    },
    { shorthand: ["calls", "time"] },
  )
    .default("10s")
    .doc("Over which calls the failures are counted."),
  reset_timeout: duration({ min: 1000 }).default("30s").doc("How long it stays open before a probe is let through."),
  half_open_state: object(
    {
      enabled: boolean().default(true).doc("`false` keeps the breaker open until it is reset by hand."),
      permitted_calls: integer({ min: 1 }).default(1).doc("How many probes must succeed to close it."),
    },
    { shorthand: ["enabled", "permitted_calls"] },
  )
    .default(true)
    .doc("What happens after `reset_timeout`."),
};

/** When calls are refused at once, because the callee fails. */
export const circuitBreaker = object(circuitBreakerFields);

export const fallbackFields = {
  strategy: oneOf({
    use_cache: "The last good answer, not older than `cache_ttl`, then `default_response`.",
    default_response: "The written `default_response`.",
    return_empty: "An empty answer.",
    fail: "The original error.",
  })
    .alias({
      useCache: "use_cache",
      returnEmpty: "return_empty",
      returnDefault: "default_response",
      default: "default_response",
    })
    .default("default_response")
    .doc("Where the answer comes from."),
  cache_ttl: duration({ min: 1000 }).default("5m").doc("How old a cached answer may be."),
  default_response: json().optional().doc("The answer's body."),
  empty: oneOf({ null: "No value.", list: "`[]`.", object: "`{}`.", status: "Status 204 without a body." })
    .default("object")
    .doc("What an empty answer is."),
};

/** What is answered when the call has failed for good. */
export const fallback = object(fallbackFields, { shorthand: ["strategy"] });

export const bulkheadFields = {
  max_concurrent_calls: integer({ min: 1 }).default(25).doc("So many calls run at once in each process."),
  max_wait_duration: duration({ min: 0 })
    .default("0s")
    .doc("How long a call waits for its turn; the wait counts against the total deadline."),
};

/** How many calls may run at once. */
export const bulkhead = object(bulkheadFields, { shorthand: ["max_concurrent_calls"] });

/** Which target or layer is to own a concern of the calls to this component. */
export const owners = object({
  retry: string().optional().doc("The target or layer that retries."),
  circuit_breaker: string().optional().doc("The target or layer that opens a breaker."),
  bulkhead: string().optional().doc("The target or layer that limits concurrent calls."),
  fallback: string().optional().doc("The target or layer that answers in place of a failed call."),
});

export const faultTolerance = block(
  "fault_tolerance",
  "Protects the calls to a component: retry, timeout, circuit breaker, bulkhead, fallback.",
  {
    retry: retry.optional().doc("When a failed attempt is tried again. Without it a call is tried once."),
    timeout: timeout.optional().doc("How long a call may take; a plain duration is the total."),
    circuit_breaker: circuitBreaker.optional().doc("When calls are refused at once."),
    fallback: fallback.optional().doc("What is answered when the call has failed for good."),
    bulkhead: bulkhead.optional().doc("How many calls may run at once."),
    idempotent: boolean()
      .default(false)
      .doc(
        "Whether a request that may have been served can be sent again. Where a target sees the method, GET, HEAD, PUT, DELETE, OPTIONS and TRACE are.",
      ),
    owners: owners
      .optional()
      .doc("Which target or layer owns a concern; without it the first of in_process, rpc, mesh, gateway that can."),
    load: rate().optional().doc("How many requests come, over all callers.").fact(),
    capacity: rate().optional().doc("How many calls all processes of the callee together can serve.").fact(),
    max_staleness: duration().optional().doc("How old an answer may be that callers get.").fact(),
    latency: object(
      {
        p50: duration().optional().doc("Half of the answers come within this."),
        p95: duration().optional().doc("95 % of the answers come within this."),
        p99: duration().optional().doc("99 % of the answers come within this."),
      },
      { shorthand: ["p99"] },
    )
      .optional()
      .doc("How long an attempt takes while all is well; a plain duration is the p99.")
      .fact(),
    error_rate: ratio().optional().doc("The share of attempts that fail while all is well.").fact(),
    outage: duration().optional().doc("How long the callee is usually away when it fails.").fact(),
    calls,
  },
  {
    example: `fault_tolerance OrderService {
  retry: { max_attempts: 3, initial_delay: "100ms", backoff: "exponential_jitter" }
  timeout: { total: "2s", per_attempt: "500ms" }
  circuit_breaker: { failure_threshold: 5, minimum_request_count: 10, sliding_window: "10s", reset_timeout: "30s" }
  fallback: { strategy: "default_response", default_response: { state: "unknown" } }
  bulkhead: 20
  idempotent: true
}
`,
  },
);

export type FaultTolerance = Infer<typeof faultTolerance>;
