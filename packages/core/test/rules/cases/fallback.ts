import type { RuleCase } from "../rule-case.ts";

const protect = (fallback: string): string => `fault_tolerance A {\n  fallback: ${fallback}\n}`;

export const fallbackCases: readonly RuleCase[] = [
  {
    rule: "fallback-without-answer",
    broken: protect('{ strategy: "default_response", cache_ttl: "1m" }'),
    at: '"default_response"',
    says: "strategy `default_response` needs a `default_response`",
    kept: [protect('{ strategy: "default_response", default_response: null }'), protect("useCache"), protect("fail")],
    repairs: [
      { help: /add `default_response: ({ ... })`/, replace: 'cache_ttl: "1m"', by: () => "default_response: {}" },
      { help: /choose `(\w+)`$/, replace: "default_response", by: (strategy = "") => strategy },
    ],
  },
  {
    rule: "fallback-reports-success",
    broken: protect('{ default_response: { status: "Success", data: {} } }'),
    at: '"Success"',
    says: "the fallback answers `Success`, so callers and monitors cannot tell it from a real success",
    kept: [
      protect('{ default_response: { status: "successor" } }'),
      protect('{ default_response: "success" }'),
      protect("{ default_response: { status: 200 } }"),
    ],
    repairs: [{ help: /for example `(status: "degraded")`$/, replace: 'status: "Success"', by: (field = "") => field }],
  },
];
