import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Plays a script of outcomes behind a generated policy, with real callers and real time. */
public final class Play {
    private final Policy policy;
    private final String[] script;
    private final boolean idempotent;
    private final Semaphore backend;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final Door door = new Door();
    private final Lateness lateness = new Lateness();
    private final String[] requests;
    /** Only who is at the door changes it. */
    private volatile int sent;

    /** Arguments: class, requests, callers, gap in ms, idempotent, places at the backend, outcomes as {@code ok@20}. */
    public static String run(String[] args) throws Exception {
        var policy = Class.forName(args[0]).getConstructor().newInstance();
        return play(policy, Arrays.copyOfRange(args, 1, args.length));
    }

    /** The same arguments without the class. */
    static String play(Object policy, String[] args) throws Exception {
        return new Play(policy, args).play(Integer.parseInt(args[1]), Long.parseLong(args[2]));
    }

    private Play(Object made, String[] args) throws Exception {
        policy = new Policy(made, calls);
        requests = new String[Integer.parseInt(args[0])];
        idempotent = Boolean.parseBoolean(args[3]);
        backend = new Semaphore(Integer.parseInt(args[4]), true);
        script = Arrays.copyOfRange(args, 5, args.length);
    }

    private String play(int callers, long gap) throws Exception {
        var pool = Executors.newCachedThreadPool();
        try (door; lateness) {
            List<Future<?>> all = new ArrayList<>();
            // All begin at once: what the first requests take counts from here, however late their thread gets its turn.
            long begin = System.nanoTime();
            for (int caller = 0; caller < callers; caller++) all.add(pool.submit(() -> caller(begin, gap)));
            for (var one : all) one.get();
        } finally {
            pool.shutdownNow();
        }
        // Interrupted work needs a moment to notice.
        for (int wait = 0; wait < 100 && running.get() > 0; wait++) Thread.sleep(10);
        var state = policy.state();
        policy.close();
        return "{\"late\":%d,\"backendCalls\":%d,\"stillRunning\":%d,\"opensAtCall\":%d,\"finally\":\"%s\",\"requests\":[%s]}"
                .formatted(lateness.micros(), calls.get(), running.get(), policy.opensAtCall(), state, String.join(",", requests));
    }

    private Void caller(long begin, long gap) throws Exception {
        for (long start = begin; request(start); start = System.nanoTime()) {
            if (sent < requests.length) Thread.sleep(gap);
        }
        return null;
    }

    /** False when all requests have been sent. */
    private boolean request(long start) throws Exception {
        var entry = door.enter();
        try {
            int number = sent++;
            if (number < requests.length) requests[number] = request(start, entry);
            return number < requests.length;
        } finally {
            entry.passed();
        }
    }

    private String request(long start, Door.Entry entry) throws Exception {
        var fresh = new AtomicReference<Object>();
        var answer = "error";
        var by = "null";
        try {
            var got = policy.call("key", idempotent, () -> work(fresh, entry));
            var isFresh = got != null && got == fresh.get();
            answer = isFresh ? "ok" : "fallback";
            if (!isFresh) by = got instanceof String text && !text.startsWith("answer") ? "\"" + text + "\"" : "\"cache\"";
        } catch (InterruptedException error) {
            throw error;
        } catch (Exception error) {
            answer = "error";
        }
        long takes = (System.nanoTime() - start) / 1000;
        return "{\"answer\":\"%s\",\"answeredBy\":%s,\"seen\":%d,\"takes\":%d,\"breaker\":\"%s\"}"
                .formatted(answer, by, calls.get(), takes, policy.state());
    }

    private Object work(AtomicReference<Object> fresh, Door.Entry entry) throws Exception {
        int call = calls.getAndIncrement();
        entry.passed();
        var outcome = script[Math.min(call, script.length - 1)].split("@");
        running.incrementAndGet();
        try {
            if (outcome[0].equals("refuse")) throw new ConnectException("refused");
            backend.acquire();
            try {
                Thread.sleep(outcome[0].equals("hang") ? Long.MAX_VALUE : Long.parseLong(outcome[1]));
            } finally {
                backend.release();
            }
            if (outcome[0].equals("error")) throw new IOException("failed");
            if (outcome[0].equals("business")) throw new IllegalArgumentException("no such order");
            fresh.set("answer " + call);
            return fresh.get();
        } finally {
            running.decrementAndGet();
        }
    }
}
