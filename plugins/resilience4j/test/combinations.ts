/** Models with every kind of timeout, bulkhead, retry, breaker and fallback, in combinations that lie evenly among all. */
export function combinations(step: number): string {
  const choices = [
    [
      "",
      'timeout: { total: "2s" }',
      'timeout: { per_attempt: "100ms" }',
      'timeout: { total: "2s", per_attempt: "100ms" }',
    ],
    ["", 'bulkhead: { max_concurrent_calls: 4, max_wait_duration: "1s" }'],
    [
      "",
      ...backoffs.map((kind) => `retry: { max_attempts: 3, backoff: "${kind}" }`),
      ...retried.map((on) => `retry: { on: ${on} }`),
    ],
    ["", ...thresholds.map((one) => `circuit_breaker: { ${one} }`)],
    ["", ...fallbacks.map((one) => `fallback: ${one}`)],
  ];
  const all = choices.reduce<readonly string[]>(
    (some, next) => some.flatMap((body) => next.map((more) => `${body}\n  ${more}`)),
    [""],
  );
  const chosen = all.filter((_, index) => index % step === 0);
  return chosen
    .map((body, index) => `fault_tolerance C${index} {${body}\n}\ngenerate_tests C${index} { type: "unit" }\n`)
    .join("\n");
}

const backoffs = ["none", "fixed", "linear", "exponential", "exponential_jitter", "decorrelated_jitter"];
const retried = ['["connect_failure"]', '["timeout", "reset"]', '["503"]'];
const thresholds = [
  "failure_threshold: 3",
  "failure_threshold: 3, minimum_request_count: 7",
  'failure_threshold: "30%", half_open_state: 3',
  "failure_threshold: { failures: 4 }, half_open_state: false",
  "failure_threshold: { failures: 4 }, minimum_request_count: 9, sliding_window: 20",
];
const fallbacks = [
  '"fail"',
  '{ strategy: "use_cache" }',
  '{ strategy: "use_cache", default_response: { a: 1 } }',
  '{ default_response: "x" }',
  '"return_empty"',
  '{ strategy: "return_empty", empty: "null" }',
];
