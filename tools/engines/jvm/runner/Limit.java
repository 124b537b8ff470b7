import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Runs work on a thread of its own for a limited time, and ends what it leaves running. */
final class Limit {
    private Limit() {}

    /** One of: {@code result}; {@code error} with its type, message and stack; {@code timedOut} with the work's stack. */
    static Map<String, Object> call(long limitMs, Callable<Object> work) {
        var outcome = new HashMap<String, Object>();
        var group = new ThreadGroup("job");
        var thread = new Thread(group, () -> {
            try {
                outcome.put("result", work.call());
            } catch (InvocationTargetException error) {
                outcome.put("error", describe(error.getCause()));
            } catch (Throwable error) {
                outcome.put("error", describe(error));
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(limitMs);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
        }
        if (!thread.isAlive()) {
            group.interrupt();
            return outcome;
        }
        var stack = new StringBuilder();
        for (var frame : thread.getStackTrace()) stack.append("at ").append(frame).append('\n');
        group.interrupt();
        return new HashMap<>(Map.of("timedOut", stack.toString()));
    }

    private static Map<String, Object> describe(Throwable error) {
        var stack = new StringWriter();
        error.printStackTrace(new PrintWriter(stack));
        var message = error.getMessage() == null ? "" : error.getMessage();
        return Map.of("type", error.getClass().getName(), "message", message, "stack", stack.toString());
    }
}
