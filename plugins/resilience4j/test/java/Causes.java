import com.example.shop.ShopPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Which exceptions a policy tries again. Arguments: whether the request is idempotent, and what is asked. */
public final class Causes {
    private Causes() {}

    public static String run(String[] args) throws Exception {
        var idempotent = Boolean.parseBoolean(args[0]);
        return switch (args[1]) {
            case "calls" -> calls(idempotent);
            case "unanswered" -> calls(idempotent, unanswered());
            default -> throw new IllegalArgumentException(args[1]);
        };
    }

    /** How often work is called that ends with each of these. */
    private static String calls(boolean idempotent) {
        Map<String, Exception> all = new LinkedHashMap<>();
        for (var error : List.of(new ConnectException("refused"), new NoRouteToHostException(), new UnknownHostException(),
                new UnresolvedAddressException(), new HttpConnectTimeoutException("late"),
                new SocketTimeoutException("Connect timed out"), new SocketTimeoutException("connect timed out"),
                new SocketTimeoutException("Read timed out"), new SocketTimeoutException(), new HttpTimeoutException("late"),
                new IOException("reset"))) {
            all.put(error.getClass().getSimpleName() + (error instanceof SocketTimeoutException ? " " + error.getMessage() : ""), error);
        }
        List<String> found = new ArrayList<>();
        all.forEach((name, error) -> found.add(name + ": " + calls(idempotent, error)));
        return String.join("\n", found);
    }

    private static String calls(boolean idempotent, Exception error) {
        var calls = new AtomicInteger();
        try {
            // Clients wrap what they catch.
            new ShopPolicy(any -> true).call("key", idempotent, () -> {
                calls.incrementAndGet();
                throw new IllegalStateException(error);
            });
            return "nothing was thrown";
        } catch (Exception expected) {
            return String.valueOf(calls.get());
        }
    }

    /** What a socket of this JDK throws when its connection is not accepted in time: the queue of the other side is full. */
    private static Exception unanswered() throws IOException {
        List<Socket> queued = new ArrayList<>();
        try (var full = new ServerSocket(0, 1)) {
            while (queued.size() < 100) {
                var socket = new Socket();
                queued.add(socket);
                socket.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()), 100);
            }
            throw new IllegalStateException("the queue took everyone");
        } catch (SocketTimeoutException expected) {
            return expected;
        } finally {
            for (var socket : queued) socket.close();
        }
    }
}
