package com.example.shop;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Protects the calls to Shop, in this order:
 * TotalTimeout(call).
 * Left to others: retry by nginx.
 *
 * <p>One instance serves all callers of a process.
 */
public final class ShopPolicy implements AutoCloseable {
    private static final String NAME = "Shop";
    private static final Duration TOTAL_TIMEOUT = Duration.ofMillis(600);

    private final ExecutorService threads = Executors.newCachedThreadPool(ShopPolicy::daemon);

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
        return attempt(deadline, work);
    }

    /** Interrupts what still runs, and takes no more calls. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Gives the work a thread of its own: only a thread can be interrupted. */
    private <T> T attempt(long deadline, Callable<? extends T> work) throws Exception {
        long limit = deadline - System.nanoTime();
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
}
