package com.example.shop;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Protects the calls to PaymentService, in this order:
 * TotalTimeout(Bulkhead(CircuitBreaker(call))).
 *
 * <p>One instance serves all callers of a process.
 */
public final class PaymentServicePolicy implements AutoCloseable {
    private static final String NAME = "PaymentService";
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(2);

    private static final BulkheadConfig BULKHEAD = BulkheadConfig.custom()
            .maxConcurrentCalls(60)
            .maxWaitDuration(Duration.ofMillis(0))
            .build();

    private static final CircuitBreakerConfig CIRCUIT_BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.TIME_BASED)
            .slidingWindowSize(30)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50.0f)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(1)
            .slowCallDurationThreshold(Duration.ofDays(36500))
            .build();

    private final Failures failures;
    private final Bulkhead bulkhead = Bulkhead.of(NAME, BULKHEAD);
    private final CircuitBreaker circuitBreaker = CircuitBreaker.of(NAME, CIRCUIT_BREAKER);
    private final AtomicLong stateChanges = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool(PaymentServicePolicy::daemon);

    /** Takes I/O errors and timeouts for failures. */
    public PaymentServicePolicy() {
        this(PaymentServicePolicy::isInputOutputOrTime);
    }

    /** @param failures which exceptions of the work are failures */
    public PaymentServicePolicy(Failures failures) {
        this.failures = failures;
        circuitBreaker.getEventPublisher()
                .onStateTransition(change -> stateChanges.incrementAndGet())
                .onReset(change -> stateChanges.incrementAndGet());
    }

    /** What is a failure where nothing else is said: an I/O error or a timeout, or what one of them caused. */
    public static boolean isInputOutputOrTime(Exception error) {
        return causes(error).anyMatch(cause -> cause instanceof IOException || cause instanceof TimeoutException);
    }

    /**
     * Does the work under the policy.
     *
     * @param key names the request
     * @param idempotent not needed here: nothing is sent again
     * @param work sends the request once; it is interrupted when its time is over
     * @throws Exception what went wrong
     */
    public <T> T call(String key, boolean idempotent, Callable<? extends T> work) throws Exception {
        long deadline = System.nanoTime() + TOTAL_TIMEOUT.toNanos();
        return inBulkhead(deadline, work);
    }

    /** For its metrics, and to open or close it by hand. */
    public CircuitBreaker circuitBreaker() {
        return circuitBreaker;
    }

    /** Interrupts what still runs, and takes no more calls. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> T inBulkhead(long deadline, Callable<? extends T> work) throws Exception {
        if (!bulkhead.tryAcquirePermission()) {
            if (Thread.interrupted()) throw new InterruptedException();
            throw BulkheadFullException.createBulkheadFullException(bulkhead);
        }
        Permit permit = new Permit();
        try {
            return attempt(deadline, permit, work);
        } finally {
            permit.release();
        }
    }

    /** Gives the work a thread of its own: only a thread can be interrupted. */
    private <T> T attempt(long deadline, Permit permit, Callable<? extends T> work) throws Exception {
        long limit = deadline - System.nanoTime();
        if (limit <= 0) throw timeout(null);
        Admission admission = new Admission();
        FutureTask<T> task = new FutureTask<>(() -> permit.holdFor(work));
        try {
            threads.execute(task);
            T answer = task.get(limit, TimeUnit.NANOSECONDS);
            admission.succeeded();
            return answer;
        } catch (TimeoutException cut) {
            admission.failed(cut);
            throw timeout(cut);
        } catch (ExecutionException thrown) {
            if (!(thrown.getCause() instanceof Exception error)) throw (Error) thrown.getCause();
            if (isFailure(error)) admission.failed(error);
            throw error;
        } finally {
            task.cancel(true);
            admission.end();
        }
    }

    private boolean isFailure(Exception error) {
        if (error instanceof InterruptedException || error instanceof CallNotPermittedException) return false;
        return error instanceof TimeoutException || failures.test(error);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static TimeoutException timeout(Exception cause) {
        TimeoutException timeout = new TimeoutException(NAME + " did not answer in time");
        timeout.initCause(cause);
        return timeout;
    }

    private static Thread daemon(Runnable attempt) {
        Thread thread = new Thread(attempt, NAME);
        thread.setDaemon(true);
        return thread;
    }

    /** A place in the bulkhead, free again when the caller has left and its work has really ended. */
    private final class Permit {
        private int holders = 1;

        <T> T holdFor(Callable<? extends T> work) throws Exception {
            if (!retain()) throw new InterruptedException();
            try {
                return work.call();
            } finally {
                release();
            }
        }

        /** False when the place is free already: then nothing may begin any more. */
        private synchronized boolean retain() {
            if (holders > 0) holders++;
            return holders > 0;
        }

        synchronized void release() {
            if (--holders == 0) bulkhead.onComplete();
        }
    }

    /**
     * The breaker's leave for one attempt. It is told once how that ended; nothing of one that its caller cancelled, of
     * a business error, or when its state has changed since, even if it is the same again.
     */
    private final class Admission {
        private final long period;
        private final long start = circuitBreaker.getCurrentTimestamp();
        private boolean ended;

        Admission() {
            synchronized (stateChanges) {
                circuitBreaker.acquirePermission();
                period = stateChanges.get();
            }
        }

        void succeeded() {
            end(() -> circuitBreaker.onSuccess(elapsed(), circuitBreaker.getTimestampUnit()));
        }

        void failed(Exception error) {
            end(() -> circuitBreaker.onError(elapsed(), circuitBreaker.getTimestampUnit(), error));
        }

        void end() {
            end(circuitBreaker::releasePermission);
        }

        private void end(Runnable report) {
            if (ended) return;
            ended = true;
            synchronized (stateChanges) {
                if (stateChanges.get() == period) report.run();
            }
        }

        private long elapsed() {
            return circuitBreaker.getCurrentTimestamp() - start;
        }
    }

    /** Says which exceptions of the work are failures. All others are business errors: only passed on. */
    @FunctionalInterface
    public interface Failures {
        /** Whether it is tried again, counted by the breaker and answered by the fallback. */
        boolean test(Exception error);
    }
}
