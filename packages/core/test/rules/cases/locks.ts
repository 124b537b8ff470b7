import { moved, type RuleCase } from "../rule-case.ts";

const lock = (fields: string): string => `distributed_lock L {\n  provider: "etcd"\n  lock_key: "l"\n  ${fields}\n}`;

export const lockCases: readonly RuleCase[] = [
  {
    rule: "renewal-after-expiry",
    broken: lock('ttl: "30s"\n  auto_renewal: { interval: "30s" }'),
    at: '"30s"',
    says: "the lock is renewed every 30 s, but is free again after 30 s: no renewal comes in time",
    kept: [
      lock('ttl: "30s"\n  auto_renewal: { interval: "29999ms" }'),
      lock('ttl: "30s"\n  auto_renewal: { enabled: false, interval: "30s" }'),
    ],
    repairs: [{ help: /lower `interval` to "(\w+)"/, replace: /interval: "30s"/, by: (time) => `interval: "${time}"` }],
  },
  {
    rule: "renewal-too-late",
    broken: lock('ttl: "30s"\n  auto_renewal: { interval: "20s" }'),
    at: '"20s"',
    says: "the lock is renewed every 20 s of its 30 s: one renewal that fails loses it",
    kept: [
      lock('ttl: "30s"\n  auto_renewal: { interval: "15s" }'),
      // Without an interval it is a third of the lifetime.
      lock('ttl: "30s"\n  auto_renewal: {}'),
      // This one comes never, which is an error of its own.
      lock('ttl: "30s"\n  auto_renewal: { interval: "30s" }'),
    ],
    repairs: [
      {
        help: /lower `interval` to "(\w+)"/,
        replace: '"20s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1),
      },
      {
        help: /raise `ttl` to "(\w+)"/,
        replace: '"30s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1),
      },
    ],
  },
  {
    // The draft's lock: twenty seconds are left when the next renewal is due.
    rule: "lock-lost-in-pause",
    broken: lock('ttl: "30s"\n  auto_renewal: { interval: "10s" }\n  max_pause: "20s"'),
    at: '"30s"',
    says: "a holder may stand still for 20 s, but is sure of its lock for 20 s only: two then work at once",
    kept: [
      lock('ttl: "30s"\n  auto_renewal: { interval: "10s" }\n  max_pause: "19999ms"'),
      lock('ttl: "30s"\n  auto_renewal: { interval: "10s" }\n  max_pause: "20s"\n  fencing: true'),
    ],
    undecided: {
      model: lock('ttl: "30s"\n  auto_renewal: { interval: "10s" }'),
      says: "`lock-lost-in-pause` was not decided: it holds if `max_pause` < 20 s",
    },
    repairs: [
      { help: /set `(fencing: true)`/, replace: "ttl:", by: (field) => `${field}\n  ttl:` },
      {
        help: /raise `ttl` to "(\w+)"/,
        replace: '"30s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1000),
      },
    ],
  },
  {
    // An interval that nobody wrote is a third of the lifetime, and grows with it.
    rule: "lock-lost-in-pause",
    broken: lock('ttl: "30s"\n  auto_renewal: {}\n  max_pause: "25s"'),
    at: '"30s"',
    says: "a holder may stand still for 25 s, but is sure of its lock for 20 s only: two then work at once",
    kept: [],
    repairs: [
      {
        help: /raise `ttl` to "(\w+)"/,
        replace: '"30s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1000),
      },
    ],
  },
  {
    // Without renewals the work itself uses up the lifetime.
    rule: "lock-lost-in-pause",
    broken: lock('ttl: "30s"\n  hold: "25s"\n  max_pause: "5s"'),
    at: '"30s"',
    says: "a holder may stand still for 5 s, but is sure of its lock for 5 s only: two then work at once",
    kept: [lock('ttl: "30s"\n  hold: "25s"\n  max_pause: "4s"')],
    undecided: {
      model: lock('ttl: "30s"\n  max_pause: "5s"'),
      says: "`lock-lost-in-pause` was not decided: it holds if `hold` + `max_pause` < 30 s",
    },
    repairs: [
      {
        help: /raise `ttl` to "(\w+)"/,
        replace: '"30s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1000),
      },
    ],
  },
  {
    rule: "lock-ends-before-work",
    broken: lock('ttl: "30s"\n  hold: "45s"'),
    at: '"30s"',
    says: "the work may take 45 s, but one holder keeps the lock for 30 s only: the next one begins before it ends",
    kept: [
      lock('ttl: "30s"\n  hold: "29s"'),
      lock('ttl: "30s"\n  hold: "45s"\n  auto_renewal: {}'),
      lock('ttl: "30s"\n  hold: "45s"\n  auto_renewal: {}\n  deadlock_detection: { timeout: "46s" }'),
    ],
    undecided: {
      model: lock('ttl: "30s"\n  auto_renewal: {}\n  deadlock_detection: {}'),
      says: "`lock-ends-before-work` was not decided: it holds if `hold` < 1 m",
    },
    repairs: [
      {
        help: /raise `ttl` to "(\w+)"/,
        replace: '"30s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1000),
      },
      { help: /add `(auto_renewal: \{ enabled: true \})`/, replace: "ttl:", by: (field) => `${field}\n  ttl:` },
    ],
  },
  {
    rule: "lock-ends-before-work",
    broken: lock('ttl: "30s"\n  hold: "90s"\n  auto_renewal: {}\n  deadlock_detection: { timeout: "60s" }'),
    at: '"60s"',
    says: "the work may take 1 m 30 s, but one holder keeps the lock for 1 m only: the next one begins before it ends",
    kept: [lock('ttl: "30s"\n  hold: "90s"\n  auto_renewal: {}')],
    repairs: [
      {
        help: /raise `deadlock_detection.timeout` to "(\w+)"/,
        replace: '"60s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1000),
      },
    ],
  },
  {
    // The draft's numbers, and work that takes half a second: two pauses of 100 ms are too short.
    rule: "lock-gives-up",
    broken: lock('retry: { max_attempts: 3, delay: "100ms" }\n  hold: "500ms"'),
    at: "3",
    says: "who waits for the lock gives up after 200 ms, while its holder may work for 500 ms",
    kept: [
      lock('retry: { max_attempts: 3, delay: "250ms" }\n  hold: "500ms"'),
      // Who tries once does not mean to wait.
      lock('hold: "500ms"'),
      lock('retry: 1\n  hold: "500ms"'),
      // It is free again by then, whoever has it.
      lock('retry: { max_attempts: 3, delay: "100ms" }\n  ttl: "200ms"\n  hold: "500ms"'),
    ],
    undecided: {
      model: lock('retry: { max_attempts: 3, delay: "100ms" }'),
      says: "`lock-gives-up` was not decided: it holds if `hold` <= 200 ms",
    },
    repairs: [
      {
        help: /raise `max_attempts` to (\d+)/,
        replace: "3",
        by: (count = "") => count,
        short: (count) => String(Number(count) - 1),
      },
    ],
  },
  {
    // No number of attempts without pauses is a wait.
    rule: "lock-gives-up",
    broken: lock('retry: { max_attempts: 5, backoff: "none" }\n  hold: "2s"'),
    at: "5",
    says: "who waits for the lock gives up after 0 s, while its holder may work for 2 s",
    kept: [lock('retry: { max_attempts: 5, backoff: "fixed", delay: "500ms" }\n  hold: "2s"')],
    repairs: [
      {
        help: /set `(backoff: "fixed")` with `initial_delay` and `max_delay` of "(\w+)"/,
        replace: 'backoff: "none"',
        by: (backoff, time) => `${backoff}, initial_delay: "${time}", max_delay: "${time}"`,
        short: (backoff, time) => `${backoff}, initial_delay: ${moved(time ?? "", -1)}, max_delay: "${time}"`,
      },
    ],
  },
  {
    rule: "hold-limit-dead",
    broken: lock('ttl: "30s"\n  deadlock_detection: { timeout: "60s" }'),
    at: '"60s"',
    says: "the longest hold of 1 m limits nothing: without renewals the lock ends after 30 s",
    kept: [
      lock('ttl: "30s"\n  deadlock_detection: { timeout: "30s" }'),
      // The draft's own: a lock that is renewed can be held for longer than its lifetime.
      lock('ttl: "30s"\n  auto_renewal: { interval: "10s" }\n  deadlock_detection: { timeout: "60s" }'),
      lock('ttl: "30s"\n  deadlock_detection: { enabled: false, timeout: "60s" }'),
    ],
    repairs: [
      {
        help: /lower `timeout` to "(\w+)" or less/,
        replace: '"60s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1),
      },
      { help: /add `(auto_renewal: \{ enabled: true \})`/, replace: "ttl:", by: (field) => `${field}\n  ttl:` },
    ],
  },
];
