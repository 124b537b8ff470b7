import type { RuleCase } from "../rule-case.ts";

const services = "fault_tolerance Stock { } fault_tolerance Payment { }";
const saga = (fields: string): string =>
  `distributed_transaction Order { participants: [Stock, Payment], ${fields} } ${services}`;
const undo = 'compensation: { Stock: "restore", Payment: "refund" }';

export const transactionCases: readonly RuleCase[] = [
  {
    rule: "compensation-of-nobody",
    broken: saga('compensation: { Stock: "restore", Payment: "refund", shipping: "recall" }'),
    at: "shipping",
    says: "`shipping` has a compensation, but takes no part in the transaction",
    kept: [saga('compensation: { stock: "restore", payment: "refund" }')],
    repairs: [
      {
        help: /add `(\w+)` to `participants`/,
        replace: "[Stock, Payment]",
        by: (name) => `[Stock, Payment, ${name}]`,
      },
      { help: /remove its compensation/, replace: ', shipping: "recall"', by: () => "" },
    ],
  },
  {
    rule: "compensation-missing",
    broken: saga('compensation: { Stock: "restore" }'),
    at: "Payment",
    says: "nothing undoes the step of `Payment`",
    kept: [
      saga(undo),
      saga('compensation: { Stock: "restore" }, pivot: Payment'),
      saga("coordinator: two_phase_commit"),
    ],
    repairs: [
      { help: /add `(\w+)` to `compensation`/, replace: '"restore"', by: (name) => `"restore", ${name}: "refund"` },
      { help: /say with `(pivot)`/, replace: "compensation", by: (field) => `${field}: Payment, compensation` },
    ],
  },
  {
    rule: "compensation-overtakes",
    broken: saga(undo),
    at: "compensation",
    says: "a step that timed out may be done after its compensation: then it is never undone",
    kept: [saga(`${undo}, tombstones: true`), saga("coordinator: tcc")],
    repairs: [{ help: /set `(tombstones: true)`/, replace: "compensation", by: (field) => `${field}, compensation` }],
  },
  {
    rule: "saga-stuck",
    broken: saga(`retry: 4, ${undo}`),
    at: "compensation",
    says: "a compensation that fails in all of its attempts (4) leaves the transaction half undone",
    kept: [saga(`${undo}, compensation_retry: until_done`), saga("coordinator: tcc")],
    repairs: [
      {
        help: /write `(compensation_retry: until_done)`/,
        replace: "compensation",
        by: (field) => `${field}, compensation`,
      },
    ],
  },
];
