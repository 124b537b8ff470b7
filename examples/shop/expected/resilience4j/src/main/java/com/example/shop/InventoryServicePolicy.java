package com.example.shop;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Protects the calls to InventoryService, in this order:
 * Fallback(TotalTimeout(Bulkhead(Retry(CircuitBreaker(AttemptTimeout(call)))))).
 *
 * <p>One instance serves all callers of a process.
 */
public final class InventoryServicePolicy implements AutoCloseable {
    /** Whether a request can be sent again after it may have been served, where its caller does not know. */
    public static final boolean IDEMPOTENT = true;

    private static final String NAME = "InventoryService";
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofMillis(566);
    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final int CACHE_ENTRIES = 1000;
    private static final String DEFAULT_RESPONSE = "{\"status\":\"unknown\"}";

    private static final BulkheadConfig BULKHEAD = BulkheadConfig.custom()
            .maxConcurrentCalls(60)
            .maxWaitDuration(Duration.ofMillis(100))
            .build();

    private static final RetryConfig RETRY = RetryConfig.custom()
            .maxAttempts(3)
            .intervalFunction(IntervalFunction.ofExponentialBackoff(Duration.ofMillis(100), 2.0, Duration.ofMillis(200)))
            .build();

    private static final CircuitBreakerConfig CIRCUIT_BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.TIME_BASED)
            .slidingWindowSize(10)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50.0f)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(1)
            .slowCallDurationThreshold(Duration.ofDays(36500))
            .build();

    private final Failures failures;
    private final Bulkhead bulkhead = Bulkhead.of(NAME, BULKHEAD);
    private final Retry retry = Retry.of(NAME, RETRY);
    private final CircuitBreaker circuitBreaker = CircuitBreaker.of(NAME, CIRCUIT_BREAKER);
    private final AtomicLong stateChanges = new AtomicLong();
    private final LastGood lastGood = new LastGood();
    private final ExecutorService threads = Executors.newCachedThreadPool(InventoryServicePolicy::daemon);

    /** Takes I/O errors and timeouts for failures. */
    public InventoryServicePolicy() {
        this(InventoryServicePolicy::isInputOutputOrTime);
    }

    /** @param failures which exceptions of the work are failures */
    public InventoryServicePolicy(Failures failures) {
        this.failures = failures;
        circuitBreaker.getEventPublisher()
                .onStateTransition(change -> stateChanges.incrementAndGet())
                .onReset(change -> stateChanges.incrementAndGet());
    }

    /** What is a failure where nothing else is said: an I/O error or a timeout, or what one of them caused. */
    public static boolean isInputOutputOrTime(Exception error) {
        return causes(error).anyMatch(cause -> cause instanceof IOException || cause instanceof TimeoutException);
    }

    /** As the other call, for answers that the default response is none of. */
    public <T> T call(String key, boolean idempotent, Callable<? extends T> work) throws Exception {
        return call(key, idempotent, work, null);
    }

    /**
     * Does the work under the policy.
     *
     * @param key names the request; the last good answer to it stands in for a failed one
     * @param idempotent whether the request can be sent again after it may have been served
     * @param work sends the request once; it is interrupted when its time is over
     * @param fromJson reads the default response
     * @throws Exception what went wrong, when there is no other answer
     */
    public <T> T call(
            String key, boolean idempotent, Callable<? extends T> work, Function<? super String, ? extends T> fromJson)
            throws Exception {
        long deadline = System.nanoTime() + TOTAL_TIMEOUT.toNanos();
        try {
            T answer = inBulkhead(deadline, idempotent, work);
            lastGood.put(key, answer);
            return answer;
        } catch (BulkheadFullException | CallNotPermittedException rejection) {
            return fallback(key, fromJson, rejection);
        } catch (Exception error) {
            if (isFailure(error)) return fallback(key, fromJson, error);
            throw error;
        }
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

    @SuppressWarnings("unchecked") // A key names one request, and its answers have one type.
    private <T> T fallback(String key, Function<? super String, ? extends T> fromJson, Exception error) throws Exception {
        Answer known = lastGood.get(key);
        if (known != null) return (T) known.value();
        if (fromJson == null) throw error;
        try {
            return fromJson.apply(DEFAULT_RESPONSE);
        } catch (RuntimeException unreadable) {
            error.addSuppressed(unreadable);
            throw error;
        }
    }

    private <T> T inBulkhead(long deadline, boolean idempotent, Callable<? extends T> work) throws Exception {
        if (!bulkhead.tryAcquirePermission()) {
            if (Thread.interrupted()) throw new InterruptedException();
            throw BulkheadFullException.createBulkheadFullException(bulkhead);
        }
        Permit permit = new Permit();
        try {
            return attempts(deadline, permit, idempotent, work);
        } finally {
            permit.release();
        }
    }

    private <T> T attempts(long deadline, Permit permit, boolean idempotent, Callable<? extends T> work) throws Exception {
        Retry.AsyncContext<T> tries = retry.asyncContext();
        while (true) {
            try {
                T answer = attempt(deadline, permit, work);
                tries.onComplete();
                return answer;
            } catch (Exception error) {
                long left = deadline - System.nanoTime();
                long pause = left > 0 && isTriedAgain(error, idempotent) ? tries.onError(error) : -1;
                if (pause < 0) throw error;
                pause = ThreadLocalRandom.current().nextLong(pause + 1);
                boolean isLast = TimeUnit.MILLISECONDS.toNanos(pause) >= left;
                Thread.sleep(isLast ? TimeUnit.NANOSECONDS.toMillis(left) + 1 : pause);
                if (isLast) throw timeout(error);
            }
        }
    }

    /** Gives the work a thread of its own: only a thread can be interrupted. */
    private <T> T attempt(long deadline, Permit permit, Callable<? extends T> work) throws Exception {
        long limit = Math.min(deadline - System.nanoTime(), ATTEMPT_TIMEOUT.toNanos());
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

    private boolean isTriedAgain(Exception error, boolean idempotent) {
        return isFailure(error) && (idempotent || isUnsent(error));
    }

    /**
     * Whether there was no connection, so that the request cannot have been served. That a connection was not made in
     * time sockets of the JDK say in words only; what another client calls a SocketTimeoutException is a timeout.
     */
    private static boolean isUnsent(Exception error) {
        return causes(error).anyMatch(cause -> cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SocketTimeoutException
                        && "Connect timed out".equalsIgnoreCase(cause.getMessage()));
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

    private record Answer(Object value, long time) {}

    /** The last good answer to each key. The one that was used longest ago makes room. */
    private final class LastGood {
        private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);

        synchronized void put(String key, Object value) {
            answers.put(key, new Answer(value, System.nanoTime()));
            if (answers.size() <= CACHE_ENTRIES) return;
            Iterator<String> eldest = answers.keySet().iterator();
            eldest.next();
            eldest.remove();
        }

        /** Null when there is none, or none that is fresh enough. */
        synchronized Answer get(String key) {
            Answer answer = answers.get(key);
            if (answer == null || System.nanoTime() - answer.time() > CACHE_TTL.toNanos()) return null;
            return answer;
        }
    }

    /** Says which exceptions of the work are failures. All others are business errors: only passed on. */
    @FunctionalInterface
    public interface Failures {
        /** Whether it is tried again, counted by the breaker and answered by the fallback. */
        boolean test(Exception error);
    }
}
