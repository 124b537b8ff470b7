import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives requests that are sent at once an order, however the machine distributes its time: the next one goes when the
 * one before is at the backend, has its answer, or stands in the bulkhead's queue.
 */
final class Door implements AutoCloseable {
    private final Semaphore free = new Semaphore(1, true);
    private final Thread watch = new Thread(this::watch);
    private volatile Entry last;

    Door() {
        watch.setDaemon(true);
        watch.start();
    }

    Entry enter() throws InterruptedException {
        free.acquire();
        return last = new Entry(Thread.currentThread());
    }

    /** Nobody is told when a caller begins to wait for its place, so the watch looks where the caller stands. */
    private void watch() {
        try {
            for (; ; Thread.sleep(1)) {
                var entry = last;
                if (entry != null && entry.isQueued()) entry.passed();
            }
        } catch (InterruptedException end) {
            // All have passed.
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    final class Entry {
        private final Thread caller;
        private final AtomicBoolean isInside = new AtomicBoolean(true);

        private Entry(Thread caller) {
            this.caller = caller;
        }

        void passed() {
            if (isInside.compareAndSet(true, false)) free.release();
        }

        private boolean isQueued() {
            return isInside.get() && caller.getState() == Thread.State.TIMED_WAITING
                    && Arrays.stream(caller.getStackTrace()).anyMatch(frame -> frame.getClassName().contains("SemaphoreBulkhead"));
        }
    }
}
