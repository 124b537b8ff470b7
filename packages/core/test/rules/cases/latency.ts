import { moved, type RuleCase } from "../rule-case.ts";

const protect = (fields: string): string => `fault_tolerance A {\n  ${fields}\n}`;

export const latencyCases: readonly RuleCase[] = [
  {
    // The draft's deadline and the latency that its benchmark asks for.
    rule: "timeout-far-above-latency",
    broken: protect('timeout: "2s"\n  latency: "100ms"'),
    at: '"2s"',
    says: "an attempt that hangs lasts 2 s, 20 times the p99 of 100 ms: in as many places 20 times fewer calls are served",
    kept: [
      protect('timeout: "1s"\n  latency: "100ms"'),
      protect('timeout: { total: "20s", per_attempt: "1s" }\n  latency: { p99: "100ms" }'),
      protect('latency: "100ms"'),
      // Nobody asks.
      protect('timeout: "2s"'),
    ],
    undecided: {
      model: `${protect('timeout: "2s"')}\nverify_fault_tolerance A { properties: ["timeout_guarantee"] }`,
      says: "`timeout-far-above-latency` was not decided: it holds if `latency.p99` >= 200 ms",
    },
    repairs: [
      {
        help: /write `(timeout: \{ total: "2s", per_attempt: "1s" \})`/,
        replace: 'timeout: "2s"',
        by: (group = "") => group,
        short: () => 'timeout: { total: "2s", per_attempt: "1000001us" }',
      },
    ],
  },
  {
    rule: "timeout-far-above-latency",
    broken: protect('timeout: { per_attempt: "500ms" }\n  latency: "30ms"'),
    at: '"500ms"',
    says: "an attempt that hangs lasts 500 ms, 16.667 times the p99 of 30 ms: in as many places 16.667 times fewer calls are served",
    kept: [],
    repairs: [
      {
        help: /lower `per_attempt` to "(\w+)"/,
        replace: '"500ms"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1),
      },
    ],
  },
  {
    rule: "timeout-below-latency",
    broken: protect('timeout: { total: "2s", per_attempt: "566ms" }\n  latency: { p99: "600ms" }'),
    at: '"566ms"',
    says: "attempts are cut off after 566 ms, but one good call of 100 takes longer than 600 ms",
    kept: [
      protect('timeout: { total: "2s", per_attempt: "566ms" }\n  latency: { p99: "566ms" }'),
      protect('timeout: "2s"\n  latency: { p99: "600ms" }'),
    ],
    undecided: {
      model: protect('timeout: { total: "2s", per_attempt: "566ms" }\n  latency: { p50: "600ms" }'),
      says: "`timeout-below-latency` was not decided: it holds if `latency.p99` <= 566 ms",
    },
    repairs: [
      {
        help: /raise `per_attempt` to "(\w+)" or more/,
        replace: "566ms",
        by: (time = "") => time,
        short: () => "599999us",
      },
    ],
  },
];
