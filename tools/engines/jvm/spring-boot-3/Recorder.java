import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ObjectUtils;

/** Writes down every key that a configuration class read, with the value that it became. */
final class Recorder extends AbstractBindHandler {
    private final Class<?> root;
    private final Map<ConfigurationPropertyName, Map<String, Object>> bound;

    Recorder(Class<?> root, Map<ConfigurationPropertyName, Map<String, Object>> bound) {
        this.root = root;
        this.bound = bound;
    }

    @Override
    public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        var property = context.getConfigurationProperty();
        // After an object's fields the context still holds the last of them, so the names must agree.
        if (property != null && property.getName().equals(name)) {
            bound.put(name, Map.of("boundBy", root.getName(), "type", result.getClass().getName(), "value", plain(result)));
        }
        return result;
    }

    /** A value as JSON can say it: durations in ISO 8601, classes by name. */
    private static Object plain(Object value) {
        if (value instanceof Number || value instanceof Boolean) return value;
        if (value instanceof Duration || value instanceof Enum<?>) return value.toString();
        if (value instanceof Class<?> type) return type.getName();
        if (value instanceof Collection<?> many) return many.stream().map(Recorder::plain).toList();
        if (ObjectUtils.isArray(value)) return Arrays.stream(ObjectUtils.toObjectArray(value)).map(Recorder::plain).toList();
        return String.valueOf(value);
    }
}
