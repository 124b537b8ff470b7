package com.example.shop;

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
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Protects the calls to Shop, in this order:
 * TotalTimeout(Retry(AttemptTimeout(call))).
 *
 * <p>One instance serves all callers of a process.
 */
public final class ShopPolicy implements AutoCloseable {
    /** Whether a request can be sent again after it may have been served, where its caller does not know. */
    public static final boolean IDEMPOTENT = true;

    private static final String NAME = "Shop";
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofMillis(1200);

    private static final RetryConfig RETRY = RetryConfig.custom()
            .maxAttempts(3)
            .intervalFunction(IntervalFunction.ofExponentialBackoff(Duration.ofMillis(20), 2.0, Duration.ofMillis(200)))
            .build();

    private final Failures failures;
    private final Retry retry = Retry.of(NAME, RETRY);
    private final ExecutorService threads = Executors.newCachedThreadPool(ShopPolicy::daemon);

    /** Takes I/O errors and timeouts for failures. */
    public ShopPolicy() {
        this(ShopPolicy::isInputOutputOrTime);
    }

    /** @param failures which exceptions of the work are failures */
    public ShopPolicy(Failures failures) {
        this.failures = failures;
    }

    /** What is a failure where nothing else is said: an I/O error or a timeout, or what one of them caused. */
    public static boolean isInputOutputOrTime(Exception error) {
        return causes(error).anyMatch(cause -> cause instanceof IOException || cause instanceof TimeoutException);
    }

    /**
     * Does the work under the policy.
     *
     * @param key names the request
     * @param idempotent whether the request can be sent again after it may have been served
     * @param work sends the request once; it is interrupted when its time is over
     * @throws Exception what went wrong
     */
    public <T> T call(String key, boolean idempotent, Callable<? extends T> work) throws Exception {
        long deadline = System.nanoTime() + TOTAL_TIMEOUT.toNanos();
        return attempts(deadline, idempotent, work);
    }

    /** Interrupts what still runs, and takes no more calls. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> T attempts(long deadline, boolean idempotent, Callable<? extends T> work) throws Exception {
        Retry.AsyncContext<T> tries = retry.asyncContext();
        while (true) {
            try {
                T answer = attempt(deadline, work);
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
    private <T> T attempt(long deadline, Callable<? extends T> work) throws Exception {
        long limit = Math.min(deadline - System.nanoTime(), ATTEMPT_TIMEOUT.toNanos());
        if (limit <= 0) throw timeout(null);
        FutureTask<T> task = new FutureTask<>(work::call);
        try {
            threads.execute(task);
            return task.get(limit, TimeUnit.NANOSECONDS);
        } catch (TimeoutException cut) {
            throw timeout(cut);
        } catch (ExecutionException thrown) {
            if (!(thrown.getCause() instanceof Exception error)) throw (Error) thrown.getCause();
            throw error;
        } finally {
            task.cancel(true);
        }
    }

    private boolean isFailure(Exception error) {
        if (error instanceof InterruptedException) return false;
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

    /** Says which exceptions of the work are failures. All others are business errors: only passed on. */
    @FunctionalInterface
    public interface Failures {
        /** Whether it is tried again, counted by the breaker and answered by the fallback. */
        boolean test(Exception error);
    }
}
