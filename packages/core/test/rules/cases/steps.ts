import { moved, type RuleCase } from "../rule-case.ts";

const saga = (fields: string, stock = '"1s"', payment = '"1500ms"'): string =>
  `distributed_transaction T {
  participants: [Stock, Payment]
  compensation: { Stock: "restore", Payment: "refund" }
  ${fields}
}
fault_tolerance Stock { timeout: ${stock} }
fault_tolerance Payment { timeout: ${payment} }`;

const queue = (consumer: string, provider = "kafka"): string =>
  `message_queue Q {\n  provider: "${provider}"\n  topic: "q"\n  consumer: { ${consumer} }\n}`;

export const stepCases: readonly RuleCase[] = [
  {
    // Three attempts of 1 s and of 1.5 s, and for each participant the pauses of 0.1 and 0.2 s.
    rule: "saga-below-steps",
    broken: saga('timeout: "8s"\n  retry: { max_attempts: 3, backoff: "exponential" }'),
    at: '"8s"',
    says: "the steps may take 8.1 s with their attempts and pauses, the transaction is given up after 8 s",
    kept: [
      saga('timeout: "8100ms"\n  retry: { max_attempts: 3, backoff: "exponential" }'),
      saga('timeout: "2500ms"'),
      saga("retry: 3"),
    ],
    undecided: {
      model: `distributed_transaction T {
  participants: [stock, Payment, Mail]
  timeout: "20s"
  retry: { max_attempts: 2, backoff: "fixed", initial_delay: "200ms" }
}
fault_tolerance Stock { timeout: "3s" }`,
      says: "`saga-below-steps` was not decided: it holds if `Payment.timeout.total` + `Mail.timeout.total` <= 6.7 s",
    },
    repairs: [
      {
        help: /raise `timeout` to "(\w+)"/,
        replace: '"8s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1),
      },
      { help: /lower `max_attempts` to (\d+)/, replace: "3", by: (count = "") => count, short: () => "3 " },
    ],
  },
  {
    rule: "saga-below-steps",
    broken: saga('timeout: "2499ms"'),
    at: '"2499ms"',
    says: "the steps may take 2.5 s with their attempts and pauses, the transaction is given up after 2.499 s",
    kept: [],
    repairs: [{ help: /^raise `timeout` to "(\w+)"$/, replace: "2499ms", by: (time = "") => time }],
  },
  {
    rule: "poll-too-long",
    broken: queue('max_poll_records: 500, handling: "601ms"'),
    at: "500",
    says: "500 messages of 601 ms each take 5 m 0.5 s, but after 5 m the consumer is taken for dead and they are handled again",
    kept: [
      queue('max_poll_records: 500, handling: "600ms"'),
      queue('handling: "600ms"'),
      // Others have no such limit.
      queue('max_poll_records: 500, handling: "601ms"', "rabbitmq"),
    ],
    undecided: {
      model: queue("max_poll_records: 500"),
      says: "`poll-too-long` was not decided: it holds if `consumer.handling` <= 600 ms",
    },
    repairs: [
      {
        help: /lower `max_poll_records` to (\d+)/,
        replace: "500",
        by: (count = "") => count,
        short: () => "500 ",
      },
      {
        help: /raise `max_poll_interval` to "(\w+)"/,
        replace: "handling",
        by: (time) => `max_poll_interval: "${time}", handling`,
        short: (time) => `max_poll_interval: ${moved(time ?? "", -1)}, handling`,
      },
    ],
  },
  {
    rule: "poll-too-long",
    broken: queue('max_poll_records: 1, max_poll_interval: "1m", handling: "61s"'),
    at: "1",
    says: "1 messages of 1 m 1 s each take 1 m 1 s, but after 1 m the consumer is taken for dead and they are handled again",
    kept: [queue('max_poll_records: 1, max_poll_interval: "61s", handling: "61s"')],
    repairs: [{ help: /^raise `max_poll_interval` to "(\w+)"$/, replace: '"1m"', by: (time) => `"${time}"` }],
  },
];
