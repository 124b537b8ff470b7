import { java, mark } from "@dpm/print";
import { read } from "../own-numbers.ts";
import { apart, part, type JavaText, type Part } from "../part.ts";
import type { Shape } from "./shape.ts";

const { code } = java;

/** The types inside the policy class. */
export function nested(shape: Shape): Part {
  return apart(
    shape.permit && permit,
    shape.breaker && admission(shape),
    shape.fallback?.cache && lastGood(shape),
    shape.failures && failures,
  );
}

const failures = part(code`
    /** Says which exceptions of the work are failures. All others are business errors: only passed on. */
    @FunctionalInterface
    public interface Failures {
        /** Whether it is tried again, counted by the breaker and answered by the fallback. */
        boolean test(Exception error);
    }
  `);

const permit = part(code`
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
  `);

/**
 * By the breaker's own acquire, onSuccess and onError, not by its decorators: a deadline reports by itself, a cancelled
 * probe gives its place back, and nothing is reported twice or late. Neither acquirePermission nor onSuccess says in
 * which state it found the breaker, so each is one step with a look at how often that has changed.
 */
function admission(shape: Shape): Part {
  const { breaker } = shape;
  const counting = breaker?.count ? [code`openAtCount();`] : [];
  const probing = breaker && breaker.probes.value > 1 ? [oneFailedProbe] : [];
  const method = code`
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
            ${ending(code`circuitBreaker.onSuccess(elapsed(), circuitBreaker.getTimestampUnit())`, counting)}
        }

        void failed(Exception error) {
            ${ending(code`circuitBreaker.onError(elapsed(), circuitBreaker.getTimestampUnit(), error)`, [...counting, ...probing])}
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

        ${breaker?.count && openAtCount(shape)}
    }
  `;
  return part(method);
}

const oneFailedProbe = code`
  // One failed probe is enough, whatever the rate.
  if (circuitBreaker.getState() == CircuitBreaker.State.HALF_OPEN) circuitBreaker.transitionToOpenState();
`;

function ending(report: JavaText, further: readonly JavaText[]): JavaText {
  if (further.length === 0) return code`end(() -> ${report});`;
  return code`
    end(() -> {
        ${report};
        ${further}
    });
  `;
}

function openAtCount(shape: Shape): JavaText {
  return code`
    /** Resilience4j knows rates only: so many failures open the breaker here. */
    private void openAtCount() {
        CircuitBreaker.Metrics metrics = circuitBreaker.getMetrics();
        if (metrics.getNumberOfFailedCalls() < ${read("failures", shape)}) return;
        if (metrics.getNumberOfBufferedCalls() < ${read("minimum calls", shape)}) return;
        if (circuitBreaker.getState() == CircuitBreaker.State.CLOSED) circuitBreaker.transitionToOpenState();
    }
  `;
}

function lastGood(shape: Shape): Part {
  const entries = read("cache entries", shape);
  const ttl = read("cache ttl", shape);
  const made = code`
    private record Answer(Object value, long time) {}

    /** The last good answer to each key. The one that was used longest ago makes room. */
    private final class LastGood {
        private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);

        synchronized void put(String key, Object value) {
            answers.put(key, new Answer(value, System.nanoTime()));
            if (answers.size() <= ${entries}) return;
            Iterator<String> eldest = answers.keySet().iterator();
            eldest.next();
            eldest.remove();
        }

        /** Null when there is none, or none that is fresh enough. */
        synchronized Answer get(String key) {
            Answer answer = answers.get(key);
            if (answer == null || System.nanoTime() - answer.time() > ${ttl}.toNanos()) return null;
            return answer;
        }
    }
  `;
  return part(mark(made, shape.fallback?.strategy), "java.util.Iterator", "java.util.LinkedHashMap", "java.util.Map");
}
