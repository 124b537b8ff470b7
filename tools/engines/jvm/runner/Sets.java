import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sets of jars that were installed: a folder each, found by name. */
final class Sets {
    private final Path home;
    private final Map<List<String>, ClassLoader> loaders = new ConcurrentHashMap<>();

    Sets(Path home) {
        this.home = home;
    }

    /** The class path of some sets; a set without jars is a folder of classes. */
    List<Path> jars(List<String> names) throws IOException {
        var found = new ArrayList<Path>();
        for (var name : names) {
            var folder = home.resolve(name);
            if (!Files.isDirectory(folder)) throw new IllegalArgumentException("no set is called `" + name + "`");
            try (var files = Files.list(folder)) {
                var jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
                found.addAll(jars.isEmpty() ? List.of(folder) : jars);
            }
        }
        return found;
    }

    /** A new loader of the given class folders, above a loader of the sets that all jobs share. Neither sees the runner. */
    ClassLoader loader(List<String> names, List<String> classes) throws IOException {
        var shared = loaders.get(names);
        if (shared == null) {
            shared = new URLClassLoader(urls(jars(names)), ClassLoader.getPlatformClassLoader());
            var earlier = loaders.putIfAbsent(names, shared);
            if (earlier != null) shared = earlier;
        }
        return classes.isEmpty() ? shared : new URLClassLoader(urls(classes.stream().map(Path::of).toList()), shared);
    }

    private static URL[] urls(List<Path> paths) throws MalformedURLException {
        var urls = new URL[paths.size()];
        for (int at = 0; at < urls.length; at++) urls[at] = paths.get(at).toUri().toURL();
        return urls;
    }
}
