import type { RuleCase } from "../rule-case.ts";

const metrics = `metrics A { fault_tolerance: { circuit_breaker_state: gauge } load_balancer: { error_rate: gauge } }`;
const alert = (condition: string): string => `${metrics}\nalerts A { odd: { condition: "${condition}" } }`;

export const observabilityCases: readonly RuleCase[] = [
  {
    rule: "bad-condition",
    broken: alert("error_rate > "),
    at: '"',
    says: "the condition of `odd` cannot be read from here on",
    kept: [
      alert("error_rate > 0.05"),
      alert("error_rate >= 5% and load_balancer.error_rate != 1 or circuit_breaker_state==open"),
      alert("0.05 < error_rate"),
    ],
    repairs: [{ help: /`error_rate > (0.05)`/, replace: "error_rate > ", by: (value) => `error_rate > ${value}` }],
  },
  {
    rule: "bad-condition",
    broken: alert("error_rate > 1 but not enough"),
    at: "b",
    says: "the condition of `odd` cannot be read from here on",
    kept: [],
    repairs: [{ help: /joined by `(and)`/, replace: "but not enough", by: (and) => `${and} error_rate < 2` }],
  },
  {
    rule: "bad-condition",
    broken: alert("error_rate = 5"),
    at: "=",
    says: "the condition of `odd` cannot be read from here on",
    kept: [],
    repairs: [{ help: /`error_rate (>) 0.05`/, replace: " = ", by: (operator) => ` ${operator} ` }],
  },
  {
    rule: "bad-condition",
    broken: alert("error_rate > 5 parsecs"),
    at: "p",
    says: "the condition of `odd` cannot be read from here on",
    kept: [],
    repairs: [{ help: /write comparisons/, replace: " parsecs", by: () => "" }],
  },
  {
    rule: "unknown-metric",
    broken: alert("eror_rate > 5%"),
    at: "eror_rate",
    says: "`eror_rate` is no metric of `A`",
    kept: [alert("circuit_breaker_state == half_open"), alert("error_rate > 1")],
    repairs: [{ help: /write `(error_rate)` if/, replace: "eror_rate", by: (name = "") => name }],
  },
  {
    rule: "unknown-metric",
    broken: `metrics B { load_balancer: { queue: gauge } }\nalerts A { odd: { condition: "queue > 5" } }`,
    at: "queue",
    says: "`queue` is no metric of `A`",
    kept: [],
    repairs: [{ help: /declare `queue` in `(metrics A)`/, replace: "metrics B", by: (block = "") => block }],
  },
  {
    // A state is a state of a breaker.
    rule: "unknown-metric",
    broken: alert("error_rate == open"),
    at: "open",
    says: "`open` is no metric of `A`",
    kept: [],
    repairs: [
      { help: /declare `(open)` in/, replace: "error_rate: gauge", by: (name) => `error_rate: gauge ${name}: gauge` },
    ],
  },
];
