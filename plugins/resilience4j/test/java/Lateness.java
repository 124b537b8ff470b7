/** How late this machine wakes a thread that only sleeps: so late is anything that waits, whatever it waits for. */
final class Lateness implements AutoCloseable {
    private final Thread sleeper = new Thread(this::sleep);
    private volatile long most;

    Lateness() {
        sleeper.setDaemon(true);
        sleeper.start();
    }

    private void sleep() {
        try {
            for (long start = System.nanoTime(); ; start = System.nanoTime()) {
                Thread.sleep(1);
                most = Math.max(most, System.nanoTime() - start - 1_000_000);
            }
        } catch (InterruptedException end) {
            // Enough is known.
        }
    }

    /** The longest that it was late. */
    long micros() {
        return most / 1000;
    }

    @Override
    public void close() {
        sleeper.interrupt();
    }
}
