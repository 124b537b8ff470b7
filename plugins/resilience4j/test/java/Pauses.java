import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The pauses between the attempts of one failing call, in milliseconds. */
public final class Pauses {
    private Pauses() {}

    public static String run(String[] args) throws Exception {
        var policy = new Policy(Class.forName(args[0]).getConstructor().newInstance(), new java.util.concurrent.atomic.AtomicInteger());
        List<Long> times = new ArrayList<>();
        Callable<Object> work = () -> {
            times.add(System.nanoTime());
            throw new IOException("down");
        };
        try {
            policy.call("key", true, work);
        } catch (IOException expected) {
            // Only when it was called counts.
        }
        List<String> pauses = new ArrayList<>();
        for (int at = 1; at < times.size(); at++) pauses.add(String.valueOf((times.get(at) - times.get(at - 1)) / 1e6));
        return "[" + String.join(",", pauses) + "]";
    }
}
