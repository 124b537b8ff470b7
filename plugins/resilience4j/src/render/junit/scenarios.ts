import { java, type Traced } from "@dpm/print";
import type { Fallback, Policy } from "../../model.ts";
import { longText } from "../long-text.ts";
import { below, part, type Part } from "../part.ts";

const { code } = java;
const assertEquals = "static org.junit.jupiter.api.Assertions.assertEquals";
const assertNull = "static org.junit.jupiter.api.Assertions.assertNull";
const atomicInteger = "java.util.concurrent.atomic.AtomicInteger";

/** One request, one call, its answer. */
export function normal(): Part {
  const body = code`
    AtomicInteger calls = new AtomicInteger();
    String answer = policy.call("key", true, () -> {
        calls.incrementAndGet();
        return "answer";
    });
    assertEquals("answer", answer);
    assertEquals(1, calls.get());
  `;
  return part(body, assertEquals, atomicInteger);
}

/** Work that hangs is interrupted, and its caller hears of it. */
export function timeout({ fallback }: Policy): Part {
  const isNull = fallback?.empty?.value === "null";
  const body = code`
    CountDownLatch interrupted = new CountDownLatch(1);
    Callable<String> hangs = () -> {
        try {
            Thread.sleep(Long.MAX_VALUE);
            return "late";
        } catch (InterruptedException cut) {
            interrupted.countDown();
            throw cut;
        }
    };
    ${isNull ? code`assertNull(policy.call("key", false, hangs));` : code`assertThrows(TimeoutException.class, () -> policy.call("key", false, hangs));`}
    assertTrue(interrupted.await(1, TimeUnit.SECONDS));
  `;
  const assertions = ["assertTrue", isNull ? "assertNull" : "assertThrows"].map(
    (one) => `static org.junit.jupiter.api.Assertions.${one}`,
  );
  const types = ["Callable", "CountDownLatch", "TimeUnit", ...(isNull ? [] : ["TimeoutException"])];
  return part(body, ...assertions, ...types.map((one) => `java.util.concurrent.${one}`));
}

/** The breaker opens at its call, not before, and lets nothing through. */
export function breaker(opensAt: Traced<number>): Part {
  const body = code`
    AtomicInteger calls = new AtomicInteger();
    while (calls.get() < ${java.int(opensAt)}) {
        assertEquals(CircuitBreaker.State.CLOSED, policy.circuitBreaker().getState());
        fail(calls);
    }
    assertEquals(CircuitBreaker.State.OPEN, policy.circuitBreaker().getState());
    fail(calls);
    assertEquals(${java.int(opensAt)}, calls.get());
  `;
  return part(body, assertEquals, atomicInteger, "io.github.resilience4j.circuitbreaker.CircuitBreaker");
}

/** What the breaker's test repeats. */
export function failing(): Part {
  const method = code`
    /** A request that fails and is not sent again. */
    private void fail(AtomicInteger calls) throws Exception {
        try {
            policy.call("key", false, () -> {
                calls.incrementAndGet();
                throw new IOException("down");
            });
        } catch (IOException | CallNotPermittedException expected) {
            // What follows is tested.
        }
    }
  `;
  return part(method, "io.github.resilience4j.circuitbreaker.CallNotPermittedException", "java.io.IOException");
}

/** Each answer of the chain, in its order. */
export function fallback({ cache, defaultResponse, empty }: Fallback): Part {
  const cached = code`
    String good = policy.call("known", false, () -> "good");
    assertEquals(good, policy.call("known", false, fails));
  `;
  const standard =
    defaultResponse &&
    code`
    String standard = policy.call("unknown", false, fails, json -> json);
    assertEquals(${longText(defaultResponse)}, standard);
  `;
  const supplied = code`
    String supplied = policy.call("unknown", false, fails, () -> "empty");
    assertEquals("empty", supplied);
  `;
  return below(
    part(
      code`
        Callable<String> fails = () -> {
            throw new IOException("down");
        };
      `,
      "java.io.IOException",
      "java.util.concurrent.Callable",
    ),
    cache && part(cached, assertEquals),
    standard && part(standard, assertEquals),
    empty?.value === "supplied" && part(supplied, assertEquals),
    empty?.value === "null" && part(code`assertNull(policy.call("unknown", false, fails));`, assertNull),
  );
}
