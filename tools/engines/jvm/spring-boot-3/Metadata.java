import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/** What the jars say of their configuration keys (META-INF/spring-configuration-metadata.json). */
final class Metadata {
    /** A class that Spring binds to everything below a prefix. */
    record Root(ConfigurationPropertyName prefix, Class<?> type) {}

    private final List<Map<String, Object>> groups = new ArrayList<>();
    private final Map<ConfigurationPropertyName, Map<String, Object>> properties = new HashMap<>();

    Metadata(List<Map<String, Object>> files) {
        for (var file : files) {
            groups.addAll(entries(file, "groups"));
            for (var property : entries(file, "properties")) properties.put(name(property), property);
        }
    }

    /** The configuration classes with a prefix above one of the keys; no other class can bind any of them. */
    Set<Root> roots(Collection<ConfigurationPropertyName> keys) {
        var roots = new LinkedHashSet<Root>();
        for (var group : groups) {
            var prefix = name(group);
            if (keys.stream().noneMatch(prefix::isAncestorOf)) continue;
            var type = load(group.get("type"));
            if (type != null && (binds(type, prefix) || hasBean(load(group.get("sourceType")), prefix))) roots.add(new Root(prefix, type));
        }
        return roots;
    }

    /** Who reads a key that no configuration class binds, as far as the metadata says. A key that was withdrawn is not known. */
    Optional<String> reader(ConfigurationPropertyName key) {
        for (var name = key; !name.isEmpty(); name = name.getParent()) {
            var property = properties.get(name.isLastElementIndexed() ? name.getParent() : name);
            if (property == null) continue;
            var isWhole = name.equals(key) || name.isLastElementIndexed();
            if (!isWhole && !String.valueOf(property.get("type")).startsWith("java.util.Map")) continue;
            if (property.get("deprecation") instanceof Map<?, ?> deprecation && "error".equals(deprecation.get("level"))) continue;
            return Optional.of(String.valueOf(property.getOrDefault("sourceType", property.get("name"))));
        }
        return Optional.empty();
    }

    private static boolean binds(Class<?> type, ConfigurationPropertyName prefix) {
        return has(AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class), prefix);
    }

    /** A bean method may carry the annotation in place of its class. */
    private static boolean hasBean(Class<?> type, ConfigurationPropertyName prefix) {
        if (type == null) return false;
        return Arrays.stream(type.getDeclaredMethods())
            .anyMatch(method -> has(AnnotatedElementUtils.findMergedAnnotation(method, ConfigurationProperties.class), prefix));
    }

    private static boolean has(ConfigurationProperties annotation, ConfigurationPropertyName prefix) {
        return annotation != null && ConfigurationPropertyName.adapt(annotation.prefix(), '.').equals(prefix);
    }

    private static Class<?> load(Object name) {
        if (name == null) return null;
        try {
            return ClassUtils.forName(name.toString(), Metadata.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError error) {
            // The class needs a jar that is not on the class path: Spring does not use it here either.
            return null;
        }
    }

    private static ConfigurationPropertyName name(Map<String, Object> entry) {
        return ConfigurationPropertyName.adapt(String.valueOf(entry.get("name")), '.');
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Map<String, Object> file, String key) {
        return (List<Map<String, Object>>) file.getOrDefault(key, List.of());
    }
}
