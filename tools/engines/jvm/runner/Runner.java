import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Reads jobs as JSON lines on stdin and answers each with one JSON line on stdout, in the order in which they end: one
 * start of a JVM for many jobs. Each job has a thread and a time limit of its own. The runner ends when stdin does.
 *
 * <p>Arguments: the folder that holds the sets of jars, and a folder to write classes into.
 */
public final class Runner {
    /** Pure ASCII lines: some readers also end a line at U+2028, and half of a surrogate pair has no UTF-8. */
    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Sets sets;
    private final Path work;
    private final PrintStream answers;

    private Runner(Sets sets, Path work, PrintStream answers) {
        this.sets = sets;
        this.work = work;
        this.answers = answers;
    }

    public static void main(String[] args) throws IOException {
        var answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        // What a job prints must not get between the answers.
        System.setOut(System.err);
        var runner = new Runner(new Sets(Path.of(args[0])), Path.of(args[1]), answers);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) runner.start(JSON.readTree(line));
        // A job that never ends must not keep the JVM alive.
        System.exit(0);
    }

    private void start(JsonNode job) {
        var limit = job.path("timeoutMs").asLong();
        var thread = new Thread(() -> answer(job.path("id").asLong(), Limit.call(limit, () -> work(job))));
        thread.setDaemon(true);
        thread.start();
    }

    private Object work(JsonNode job) throws Exception {
        var names = strings(job.path("sets"));
        return switch (job.path("job").asText()) {
            case "compile" -> new Compile(sets.jars(names), work).compile(job);
            case "run" -> run(sets.loader(names, strings(job.path("classes"))), job.path("mainClass").asText(), strings(job.path("args")));
            case "bind" -> bind(job.path("yaml").asText());
            default -> throw new IllegalArgumentException("no job is called `" + job.path("job").asText() + "`");
        };
    }

    private static Object run(ClassLoader loader, String mainClass, List<String> args) throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(loader);
        var method = loader.loadClass(mainClass).getMethod("run", String[].class);
        return method.invoke(null, (Object) args.toArray(String[]::new));
    }

    /** Spring's own classes do the binding, so the code that asks them lives in their class loader. */
    private Object bind(String yaml) throws ReflectiveOperationException, IOException {
        var loader = sets.loader(List.of("spring-boot-3", "spring-boot-3-bind"), List.of());
        var metadata = new ArrayList<Map<String, Object>>();
        for (var file : Collections.list(loader.getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var stream = file.openStream()) {
                metadata.add(JSON.readValue(stream, new TypeReference<Map<String, Object>>() {}));
            }
        }
        Thread.currentThread().setContextClassLoader(loader);
        return loader.loadClass("SpringBind").getMethod("bind", String.class, List.class).invoke(null, yaml, metadata);
    }

    private void answer(long id, Map<String, Object> outcome) {
        outcome.put("id", id);
        try {
            var line = JSON.writeValueAsString(outcome);
            synchronized (answers) {
                answers.println(line);
                answers.flush();
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static List<String> strings(JsonNode list) {
        return list.isMissingNode() ? List.of() : JSON.convertValue(list, new TypeReference<List<String>>() {});
    }
}
