import com.example.shop.ShopPolicy;
import io.github.resilience4j.bulkhead.Bulkhead;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What no script of outcomes can say: deaf work, callers that leave, mappers that fail. Each answers with what it saw. */
public final class Edges {
    private Edges() {}

    public static String run(String[] args) throws Exception {
        try (var policy = new ShopPolicy()) {
            return switch (args[0]) {
                case "deaf" -> deaf(policy);
                case "cancelled" -> cancelled(policy);
                case "cancelled-probe" -> cancelledProbe(policy);
                case "waiting" -> waiting(policy);
                case "bounded" -> bounded(policy);
                case "mapper" -> mapper(policy);
                case "close" -> close(policy);
                case "error" -> error(policy);
                case "predicate" -> predicate();
                case "late-start" -> lateStart(policy);
                case "queued" -> queued(policy);
                case "last-pause" -> thrown(policy, () -> {
                    Thread.sleep(150);
                    return FAILS.call();
                });
                case "cut-off" -> thrown(policy, () -> hang(new CountDownLatch(1), new CountDownLatch(1)));
                default -> throw new IllegalArgumentException(args[0]);
            };
        }
    }

    private static final Callable<String> FAILS = () -> {
        throw new IOException("down");
    };

    private static String outcome(Callable<?> call) {
        try {
            return String.valueOf(call.call());
        } catch (Exception error) {
            return error.getClass().getSimpleName();
        }
    }

    /** Work that ignores its interruption keeps the only place; its caller is answered at the deadline all the same. */
    private static String deaf(ShopPolicy policy) throws Exception {
        var end = new CountDownLatch(1);
        long start = System.nanoTime();
        var first = outcome(() -> policy.call("a", false, () -> {
            while (end.getCount() > 0) Thread.onSpinWait();
            return "late";
        }));
        var inTime = System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2);
        var meanwhile = outcome(() -> policy.call("b", true, () -> "b"));
        end.countDown();
        Thread.sleep(200);
        return first + " " + inTime + " " + meanwhile + " " + outcome(() -> policy.call("c", true, () -> "c"));
    }

    /** A caller that is interrupted gets no fallback, its work is interrupted, and the breaker hears nothing of it. */
    private static String cancelled(ShopPolicy policy) throws Exception {
        var seen = new AtomicReference<String>();
        var started = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var caller = new Thread(() -> seen.set(outcome(() -> policy.call("a", true, () -> hang(started, stopped), json -> json))));
        caller.start();
        started.await();
        caller.interrupt();
        caller.join();
        var isStopped = stopped.await(1, TimeUnit.SECONDS);
        return seen.get() + " " + isStopped + " " + policy.circuitBreaker().getMetrics().getNumberOfBufferedCalls();
    }

    private static String hang(CountDownLatch started, CountDownLatch stopped) throws InterruptedException {
        started.countDown();
        try {
            Thread.sleep(60_000);
            return "late";
        } finally {
            stopped.countDown();
        }
    }

    /** A probe whose caller leaves gives its place to the next one. */
    private static String cancelledProbe(ShopPolicy policy) throws Exception {
        policy.circuitBreaker().transitionToOpenState();
        policy.circuitBreaker().transitionToHalfOpenState();
        cancelled(policy);
        var next = outcome(() -> policy.call("b", true, () -> "b"));
        return next + " " + policy.circuitBreaker().getState();
    }

    /** Who is interrupted while waiting for a place leaves at once. */
    private static String waiting(ShopPolicy policy) throws Exception {
        Thread.currentThread().interrupt();
        var first = outcome(() -> policy.call("a", true, () -> "a", json -> json));
        return first + " " + Thread.interrupted() + " " + outcome(() -> policy.call("a", true, () -> "a"));
    }

    /** Two answers are kept; the one that was used longest ago makes room. */
    private static String bounded(ShopPolicy policy) throws Exception {
        for (var key : new String[] {"a", "b"}) policy.call(key, true, () -> key);
        var used = policy.call("a", false, FAILS);
        policy.call("c", true, () -> "c");
        return used + " " + outcome(() -> policy.call("a", false, FAILS)) + " " + outcome(() -> policy.call("b", false, FAILS)) + " " + outcome(() -> policy.call("c", false, FAILS));
    }

    /** A mapper that fails does not hide the original error. */
    private static String mapper(ShopPolicy policy) {
        try {
            return policy.call("a", false, FAILS, json -> {
                throw new IllegalStateException("unreadable");
            });
        } catch (Exception error) {
            return error + " " + error.getSuppressed()[0];
        }
    }

    private static String close(ShopPolicy policy) throws Exception {
        var started = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var caller = new Thread(() -> outcome(() -> policy.call("a", false, () -> hang(started, stopped))));
        caller.start();
        started.await();
        policy.close();
        caller.join();
        return stopped.await(1, TimeUnit.SECONDS) + " " + outcome(() -> policy.call("b", true, () -> "b", json -> json));
    }

    /** An Error is no failure of the callee: it passes, and the place is free again. */
    private static String error(ShopPolicy policy) throws Exception {
        try {
            policy.call("a", true, () -> {
                throw new StackOverflowError();
            }, json -> json);
            return "nothing";
        } catch (StackOverflowError expected) {
            return "StackOverflowError " + policy.call("b", true, () -> "b");
        }
    }

    /** What is a failure is the caller's to say; a deadline and a full bulkhead are failures whatever it says. */
    private static String predicate() throws Exception {
        try (var policy = new ShopPolicy(error -> error instanceof IllegalStateException)) {
            var calls = new AtomicInteger();
            var ours = outcome(() -> policy.call("a", true, () -> {
                calls.incrementAndGet();
                throw new IllegalStateException("503");
            }, json -> json));
            var business = outcome(() -> policy.call("a", true, FAILS, json -> json));
            var cut = outcome(() -> policy.call("a", true, () -> hang(new CountDownLatch(1), new CountDownLatch(1)), json -> json));
            return ours + " " + calls + " " + business + " " + cut;
        }
    }

    /**
     * A thread that gets its turn only after its caller has left and the place is free must not begin: who holds it now
     * would be one too many. That moment cannot be caused from outside, so the place is taken and left by hand.
     */
    private static String lateStart(ShopPolicy policy) throws Exception {
        var field = ShopPolicy.class.getDeclaredField("bulkhead");
        field.setAccessible(true);
        ((Bulkhead) field.get(policy)).acquirePermission();
        var type = Class.forName("com.example.shop.ShopPolicy$Permit");
        var constructor = type.getDeclaredConstructor(ShopPolicy.class);
        constructor.setAccessible(true);
        var permit = constructor.newInstance(policy);
        var release = type.getDeclaredMethod("release");
        release.setAccessible(true);
        release.invoke(permit);
        var holdFor = type.getDeclaredMethod("holdFor", Callable.class);
        holdFor.setAccessible(true);
        var began = new AtomicInteger();
        Callable<Object> work = began::incrementAndGet;
        try {
            holdFor.invoke(permit, work);
            return "it began";
        } catch (InvocationTargetException thrown) {
            return thrown.getCause().getClass().getSimpleName() + " " + began;
        }
    }

    /** Who leaves while it stands in the bulkhead's queue gets no fallback either. */
    private static String queued(ShopPolicy policy) throws Exception {
        var started = new CountDownLatch(1);
        var first = new Thread(() -> outcome(() -> policy.call("a", false, () -> hang(started, new CountDownLatch(1)))));
        first.start();
        started.await();
        var seen = new AtomicReference<String>();
        var second = new Thread(() -> seen.set(outcome(() -> policy.call("b", true, () -> "b", json -> json))));
        second.start();
        while (second.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        second.interrupt();
        second.join();
        first.interrupt();
        first.join();
        return seen.get();
    }

    /** What the caller gets, and what caused it. */
    private static String thrown(ShopPolicy policy, Callable<String> work) {
        try {
            return policy.call("key", true, work);
        } catch (Exception error) {
            return error.getMessage() + ", because of " + error.getCause();
        }
    }
}
