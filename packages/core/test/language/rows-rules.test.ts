import { expect, test } from "vitest";
import { compileText } from "../compile/compiling.ts";

/** What the rules of one name, or those that could not decide, say of a text. */
function said(text: string, rule: string): readonly string[] {
  return compileText(text)
    .diagnostics.filter(({ code, params }) => code === `core/${rule}` || params["rule"] === rule)
    .map(({ severity, message }) => `${severity} ${message}`);
}

const lock = (more: string): string => `distributed_lock OrderLock {
  provider: "redis"
  lock_key: "order:{order_id}"
  ttl: "30s"
  ${more}
}`;

test("[25] the breaker opens as its threshold says: a rate with a minimum, so many in a row alone", () => {
  const trip = (fields: string) =>
    compileText(`fault_tolerance A { circuit_breaker: { ${fields} } }`).model.components[0]?.policy.breaker?.trip;
  expect(trip("failure_threshold: 5, minimum_request_count: 10")).toEqual({
    kind: "rate",
    failures: 5,
    of: 10,
    minimum: 10,
  });
  expect(trip("failure_threshold: 3")).toEqual({ kind: "consecutive", failures: 3 });
  expect(trip("failure_threshold: { failures: 5 }")).toEqual({ kind: "count", failures: 5, minimum: 5 });
});

test("[178-181] two pauses of 100 ms are held against the work of the holder, once somebody says how long it takes", () => {
  const retry = 'retry: {\n    max_attempts: 3\n    delay: "100ms"\n  }';
  expect(said(lock(retry), "lock-gives-up")).toEqual([
    "note `lock-gives-up` was not decided: it holds if `hold` <= 200 ms",
  ]);
  expect(said(lock(`${retry}\n  hold: "1s"`), "lock-gives-up")).toEqual([
    "warning who waits for the lock gives up after 200 ms, while its holder may work for 1 s",
  ]);
});

test("[182-185] a renewal every 10 s of 30 s leaves time for another, one every 16 s does not", () => {
  const renewed = (interval: string) => lock(`auto_renewal: {\n    enabled: true\n    interval: "${interval}"\n  }`);
  expect(said(renewed("10s"), "renewal-too-late")).toEqual([]);
  expect(said(renewed("16s"), "renewal-too-late")).toEqual([
    "warning the lock is renewed every 16 s of its 30 s: one renewal that fails loses it",
  ]);
});

test("[186-189] a longest hold of 60 s is dead only where the lock of 30 s is not renewed", () => {
  const limit = 'deadlock_detection: {\n    enabled: true\n    timeout: "60s"\n  }';
  expect(said(lock(`auto_renewal: { interval: "10s" }\n  ${limit}`), "hold-limit-dead")).toEqual([]);
  expect(said(lock(limit), "hold-limit-dead")).toEqual([
    "warning the longest hold of 1 m limits nothing: without renewals the lock ends after 30 s",
  ]);
});

test("[208-212] the transaction's 30 s hold three attempts of each step, as far as the participants say how long they take", () => {
  const saga = `distributed_transaction OrderTransaction {
  participants: ["inventory_service", "payment_service"]
  timeout: "30s"
  retry: {
    max_attempts: 3
    backoff: "exponential"
  }
}
fault_tolerance InventoryService { timeout: "1s" }`;
  expect(said(saga, "saga-below-steps")).toEqual([
    "note `saga-below-steps` was not decided: it holds if `payment_service.timeout.total` <= 8.8 s",
  ]);
  expect(said(`${saga}\nfault_tolerance PaymentService { timeout: "9s" }`, "saga-below-steps")).toEqual([
    "warning the steps may take 30.6 s with their attempts and pauses, the transaction is given up after 30 s",
  ]);
});
