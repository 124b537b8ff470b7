import type { Expected, Vector, VectorOutcome } from "./vector.ts";

/** `S` and `F` as outcomes, one per call. */
function calls(letters: string): readonly VectorOutcome[] {
  return Array.from(letters, (one) => ({ outcome: one === "S" ? "ok" : "error" }));
}

function breaker(name: string, fields: string, letters: string, expected: Expected): Vector {
  const dpm = `fault_tolerance Probe {\n  retry: { max_attempts: 1 }\n  circuit_breaker: { ${fields} }\n}\n`;
  return { name, dpm, component: "Probe", backend: { script: calls(letters) }, requests: letters.length, expected };
}

const rate = 'failure_threshold: 5, minimum_request_count: 10, sliding_window: "10s", reset_timeout: "30s"';
const inARow = 'failure_threshold: 3, reset_timeout: "30s"';
const count = 'failure_threshold: { failures: 5 }, sliding_window: "10s", reset_timeout: "30s"';
const countOfTen =
  'failure_threshold: { failures: 3 }, minimum_request_count: 10, sliding_window: "10s", reset_timeout: "30s"';
const ratio = 'failure_threshold: "50%", sliding_window: "10s", reset_timeout: "30s"';
const lastTen = 'failure_threshold: 5, minimum_request_count: 10, sliding_window: 10, reset_timeout: "30s"';
const shortWindow = 'failure_threshold: 3, minimum_request_count: 3, sliding_window: "1s", reset_timeout: "30s"';

const opens = (at: number): Expected => ({ backendCalls: at, opensAtCall: at, finally: "open" });
const staysClosed = (seen: number): Expected => ({ backendCalls: seen, opensAtCall: 0, finally: "closed" });

/** What opens a breaker, call by call: S a success, F a failure, no retries. */
export const breakerVectors: readonly Vector[] = [
  breaker("five failures after five successes are half of ten: open at the 10th call", rate, "SSSSSFFFFF", opens(10)),
  breaker("four failures of ten are less than half: closed", rate, "SSSSSSFFFF", staysClosed(10)),
  breaker("nine calls are less than the minimum, even when all fail: closed", rate, "FFFFFFFFF", staysClosed(9)),
  breaker(
    "the rate is judged after every call, so a success that completes the minimum opens it",
    rate,
    "FFFFFSSSSS",
    opens(10),
  ),
  breaker(
    "after ten successes ten failures are needed for half: open at the 20th call",
    rate,
    "SSSSSSSSSSFFFFFFFFFFF",
    opens(20),
  ),
  breaker("a threshold alone is failures in a row: three open it", inARow, "FFSFFFS", opens(6)),
  breaker("a success in between begins the row anew", inARow, "FFSFFSFF", staysClosed(8)),
  breaker(
    "`consecutive` says the same explicitly",
    'failure_threshold: { consecutive: 2 }, reset_timeout: "30s"',
    "SFSFFS",
    opens(5),
  ),
  breaker("a count opens at the fifth failure in the window, whatever succeeded", count, "SSSSSSSSSSFFFFFF", opens(15)),
  breaker("a count with a minimum opens at the call that completes the minimum", countOfTen, "FFFSSSSSSSS", opens(10)),
  breaker("a percentage needs ten calls where no minimum is written", ratio, "FFFFFFFFFFF", opens(10)),
  breaker("a percentage is judged over all calls in the window", ratio, "SSSSSSSSSSSFFFFFFFFFFFF", opens(22)),
  breaker("a window of ten calls forgets the eleventh last", lastTen, "SSSSSSSSSSFFFFFF", opens(15)),
  {
    ...breaker(
      "a window of time forgets what has ended longer ago than it is long",
      shortWindow,
      "FFFFFF",
      staysClosed(6),
    ),
    gap: "700ms",
  },
];
