import type { RuleCase } from "../rule-case.ts";

const balance = (servers: string, more = ""): string => `load_balancer A {\n  servers: [${servers}]\n  ${more}\n}`;

export const serverCases: readonly RuleCase[] = [
  {
    rule: "duplicate-server",
    broken: balance('"web1:80", "WEB1:80"'),
    at: "WEB1",
    says: "server `WEB1:80` is listed twice",
    kept: [balance('"web1:80", "web1:81"'), balance('"web1", "web1:80"')],
    repairs: [
      { help: /remove one/, replace: ', "WEB1:80"', by: () => "" },
      {
        help: /give the other the `(weight)` of both, (\d+)$/,
        replace: '"web1:80", "WEB1:80"',
        by: (field, sum) => `{ host: "web1", port: 80, ${field}: ${sum} }, "web2:80"`,
      },
    ],
  },
  {
    rule: "only-backups",
    broken: balance('{ host: "a", backup: true }, { host: "b", backup: true }'),
    at: "true",
    says: "every server is a backup, so none serves while all are well",
    kept: [balance('{ host: "a", backup: true }, { host: "b" }'), "load_balancer A {}"],
    repairs: [{ help: /remove `(backup: true)`/, replace: ", backup: true", by: () => "" }],
  },
  {
    rule: "weight-without-effect",
    broken: balance('{ host: "a", weight: 2 }, { host: "b", weight: 2 }'),
    at: "2",
    says: "weight 2 has no effect: all servers weigh the same",
    kept: [
      balance('{ host: "a", weight: 2 }, { host: "b" }'),
      balance('{ host: "a", weight: 1 }, { host: "b", weight: 1 }'),
    ],
    repairs: [
      { help: /remove `weight`/, replace: /, weight: 2/, by: () => "" },
      { help: /give the servers different weights/, replace: "weight: 2", by: () => "weight: 3" },
    ],
  },
  {
    rule: "check-overlaps",
    broken: balance('"a"', `health_check: { interval: "2s", timeout: "2s" }`),
    at: '"2s"',
    says: "a health check may take 2 s but is repeated every 2 s",
    kept: [
      balance('"a"', `health_check: { interval: "2s", timeout: "1999ms" }`),
      balance('"a"', `health_check: { enabled: false, interval: "2s", timeout: "2s" }`),
    ],
    repairs: [{ help: /lower `timeout` below (2 s)$/, replace: 'timeout: "2s"', by: () => 'timeout: "1999ms"' }],
  },
  {
    rule: "check-overlaps",
    broken: `service_discovery A { registry: "nacos", health_check: { http: "/", interval: "1s" } }`,
    at: "health_check",
    says: "a health check may take 2 s but is repeated every 1 s",
    kept: [`service_discovery A { registry: "nacos", health_check: { http: "/", interval: "2001ms" } }`],
    repairs: [
      { help: /lower `timeout` below (1 s)$/, replace: 'interval: "1s"', by: () => 'interval: "1s", timeout: "999ms"' },
    ],
  },
  {
    rule: "hash-header-missing",
    broken: balance('"a"', 'strategy: "consistent_hash", hash_key: "header"'),
    at: '"header"',
    says: "the servers are chosen by a header, but `hash_header` does not say which",
    kept: [
      balance('"a"', 'strategy: "consistent_hash", hash_key: "header", hash_header: "X-User"'),
      balance('"a"', 'strategy: "consistent_hash", hash_key: "uri"'),
      balance('"a"', 'strategy: "random", hash_key: "header"'),
    ],
    repairs: [
      { help: /add `(hash_header: "X-User")`/, replace: "strategy:", by: (field) => `${field}, strategy:` },
      { help: /choose another `hash_key`$/, replace: '"header"', by: () => '"uri"' },
    ],
  },
];
