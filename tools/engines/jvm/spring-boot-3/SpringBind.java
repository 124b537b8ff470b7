import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * Says of every key of an application.yml who uses it: Spring's own Binder binds each configuration class that the jars'
 * metadata names, and a handler writes down which keys it read and what they became. Spring ignores the others silently.
 */
public final class SpringBind {
    private SpringBind() {}

    /** {@code keys}: an entry per key of the file; {@code errors}: what a class refused; {@code placeholders}: names asked of the environment. */
    public static Map<String, Object> bind(String yaml, List<Map<String, Object>> metadataFiles) throws IOException {
        var resource = new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8));
        var sources = new YamlPropertySourceLoader().load("application.yml", resource);
        var metadata = new Metadata(metadataFiles);
        var placeholders = new Placeholders(sources);
        var binder = new Binder(ConfigurationPropertySources.from(sources), placeholders, ApplicationConversionService.getSharedInstance());
        var bound = new LinkedHashMap<ConfigurationPropertyName, Map<String, Object>>();
        var errors = new ArrayList<Map<String, Object>>();
        var written = written(sources);
        var roots = metadata.roots(written.keySet());
        for (var root : roots) {
            try {
                binder.bind(root.prefix(), Bindable.of(root.type()), new Recorder(root.type(), bound));
            } catch (BindException error) {
                errors.add(Map.of("class", root.type().getName(), "key", error.getName().toString(), "message", deepest(error)));
            }
        }
        var keys = new ArrayList<Map<String, Object>>();
        written.forEach((name, key) -> {
            key.putAll(bound.getOrDefault(name, Map.of()));
            // Below a class that binds, only what it bound is used: its maps make the metadata admit any name.
            if (roots.stream().noneMatch(root -> root.prefix().isAncestorOf(name))) {
                metadata.reader(name).ifPresent(reader -> key.putAll(read(reader, placeholders.resolvePlaceholders(key.get("source")))));
            }
            keys.add(key);
        });
        return Map.of("keys", keys, "errors", errors, "placeholders", List.copyOf(placeholders.asked()));
    }

    /** Every key of the file with its text and its line, in the file's order. */
    private static Map<ConfigurationPropertyName, Map<String, Object>> written(List<PropertySource<?>> sources) {
        var keys = new LinkedHashMap<ConfigurationPropertyName, Map<String, Object>>();
        for (var source : sources) {
            for (var name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                var key = new LinkedHashMap<String, Object>();
                key.put("key", name);
                key.put("source", String.valueOf(source.getProperty(name)));
                if (OriginLookup.getOrigin(source, name) instanceof TextResourceOrigin origin && origin.getLocation() != null) {
                    key.put("line", origin.getLocation().getLine() + 1);
                }
                keys.put(ConfigurationPropertyName.adapt(name, '.'), key);
            }
        }
        return keys;
    }

    private static Map<String, Object> read(String reader, Object value) {
        return Map.of("readBy", reader, "type", "java.lang.String", "value", value);
    }

    private static String deepest(Throwable error) {
        var cause = error;
        while (cause.getCause() != null) cause = cause.getCause();
        return String.valueOf(cause.getMessage());
    }
}
