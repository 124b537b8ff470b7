import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** javac, in this process, over sources in memory. */
final class Compile {
    private final List<Path> jars;
    private final Path work;

    Compile(List<Path> jars, Path work) {
        this.jars = jars;
        this.work = work;
    }

    /** Compiles {@code sources} (path to text) with {@code options} against the jars and the folders of {@code classes}. */
    Map<String, Object> compile(JsonNode job) throws IOException {
        var sources = new ArrayList<JavaFileObject>();
        for (var source : job.path("sources").properties()) sources.add(new Source(source.getKey(), source.getValue().asText()));
        var options = new ArrayList<String>();
        job.path("options").forEach(option -> options.add(option.asText()));
        var classPath = new ArrayList<>(jars);
        job.path("classes").forEach(folder -> classPath.add(Path.of(folder.asText())));

        var javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) throw new IllegalStateException("this JVM has no javac: a JDK is needed, not a JRE");
        var found = new DiagnosticCollector<JavaFileObject>();
        var classesDir = Files.createTempDirectory(work, "classes-");
        var output = new StringWriter();
        boolean ok;
        try (var files = javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classesDir));
            ok = javac.getTask(output, files, found, options, null, sources).call();
        }
        var diagnostics = found.getDiagnostics().stream().map(Compile::describe).toList();
        return Map.of("ok", ok, "diagnostics", diagnostics, "output", output.toString(), "classesDir", classesDir.toString());
    }

    private static Map<String, Object> describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        var source = diagnostic.getSource();
        return Map.of(
            "kind", diagnostic.getKind().toString(),
            "code", String.valueOf(diagnostic.getCode()),
            "message", diagnostic.getMessage(Locale.ROOT),
            "file", source instanceof Source ours ? ours.path : source == null ? "" : source.getName(),
            "line", diagnostic.getLineNumber(),
            "column", diagnostic.getColumnNumber());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String path;
        private final String text;

        Source(String path, String text) {
            super(Path.of("/", path).toUri(), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
