package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderServicePolicyTest {
    private final OrderServicePolicy policy = new OrderServicePolicy();

    @AfterEach
    void close() {
        policy.close();
    }

    @Test
    void normalOperation() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        String answer = policy.call("key", true, () -> {
            calls.incrementAndGet();
            return "answer";
        });
        assertEquals("answer", answer);
        assertEquals(1, calls.get());
    }

    @Test
    void timeoutScenario() throws Exception {
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
        assertThrows(TimeoutException.class, () -> policy.call("key", false, hangs));
        assertTrue(interrupted.await(1, TimeUnit.SECONDS));
    }

    @Test
    void circuitBreakerActivation() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        while (calls.get() < 10) {
            assertEquals(CircuitBreaker.State.CLOSED, policy.circuitBreaker().getState());
            fail(calls);
        }
        assertEquals(CircuitBreaker.State.OPEN, policy.circuitBreaker().getState());
        fail(calls);
        assertEquals(10, calls.get());
    }

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
}
