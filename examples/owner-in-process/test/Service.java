import com.example.shop.ShopPolicy;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The shop as a service: its operation calls a backend, guarded by the generated policy. */
public final class Service {
    /** Arguments: the backend's address, then the ports to listen on. Serves until `/stop` is asked for. */
    public static String run(String[] args) throws Exception {
        URI backend = URI.create("http://" + args[0] + "/");
        CountDownLatch stopped = new CountDownLatch(1);
        List<HttpServer> servers = new ArrayList<>();
        var threads = Executors.newCachedThreadPool();
        try (ShopPolicy policy = new ShopPolicy()) {
            for (int i = 1; i < args.length; i++) {
                var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[i])), 0);
                server.createContext("/stop", exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                    stopped.countDown();
                });
                server.createContext("/", exchange -> {
                    boolean idempotent = exchange.getRequestMethod().equals("GET");
                    int status;
                    try {
                        status = policy.call("shop", idempotent, () -> ask(backend));
                    } catch (Exception failed) {
                        status = 503;
                    }
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
                server.setExecutor(threads);
                server.start();
                servers.add(server);
            }
            return stopped.await(15, TimeUnit.SECONDS) ? "stopped" : "nobody stopped it";
        } finally {
            for (HttpServer server : servers) server.stop(0);
            threads.shutdownNow();
        }
    }

    private static int ask(URI backend) throws IOException {
        var connection = (HttpURLConnection) backend.toURL().openConnection();
        int status = connection.getResponseCode();
        if (status >= 500) throw new IOException("the backend answered " + status);
        return status;
    }
}
