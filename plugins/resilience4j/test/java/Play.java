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
    private final AtomicInteger sent = new AtomicInteger();
    private final String[] requests;

    /** Arguments: class, requests, callers, gap in ms, idempotent, places at the backend, outcomes as {@code ok@20}. */
    public static String run(String[] args) throws Exception {
        return new Play(args).play(Integer.parseInt(args[2]), Long.parseLong(args[3]));
    }

    private Play(String[] args) throws Exception {
        policy = new Policy(Class.forName(args[0]), calls);
        requests = new String[Integer.parseInt(args[1])];
        idempotent = Boolean.parseBoolean(args[4]);
        backend = new Semaphore(Integer.parseInt(args[5]), true);
        script = Arrays.copyOfRange(args, 6, args.length);
    }

    private String play(int callers, long gap) throws Exception {
        var pool = Executors.newCachedThreadPool();
        try {
            List<Future<?>> all = new ArrayList<>();
            // All begin at once: what the first requests take counts from here, however late their thread gets its turn.
            long begin = System.nanoTime();
            for (int caller = 0; caller < callers; caller++) {
                int before = calls.get();
                all.add(pool.submit(() -> caller(begin, gap)));
                // But in their order: whoever comes first is first at the backend, if it gets there at all.
                long enough = System.nanoTime() + 100_000_000L / callers;
                while (calls.get() == before && System.nanoTime() < enough) Thread.sleep(0, 100_000);
            }
            for (var one : all) one.get();
        } finally {
            pool.shutdownNow();
        }
        // Interrupted work needs a moment to notice.
        for (int wait = 0; wait < 100 && running.get() > 0; wait++) Thread.sleep(10);
        var state = policy.state();
        policy.close();
        return "{\"backendCalls\":%d,\"stillRunning\":%d,\"opensAtCall\":%d,\"finally\":\"%s\",\"requests\":[%s]}"
                .formatted(calls.get(), running.get(), policy.opensAtCall(), state, String.join(",", requests));
    }

    private Void caller(long begin, long gap) throws Exception {
        long start = begin;
        for (int request = sent.getAndIncrement(); request < requests.length; request = sent.getAndIncrement()) {
            requests[request] = request(start);
            Thread.sleep(gap);
            start = System.nanoTime();
        }
        return null;
    }

    private String request(long start) throws Exception {
        var fresh = new AtomicReference<Object>();
        var answer = "error";
        var by = "null";
        try {
            var got = policy.call("key", idempotent, () -> work(fresh));
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

    private Object work(AtomicReference<Object> fresh) throws Exception {
        int call = calls.getAndIncrement();
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
