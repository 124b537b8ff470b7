import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.core.env.PropertySource;

/** Resolves {@code ${name}} from the file itself, as Spring does, and writes down which names the environment would be asked for. */
final class Placeholders implements PlaceholdersResolver {
    private final Set<String> asked = new LinkedHashSet<>();
    private final PlaceholdersResolver resolver;

    Placeholders(List<PropertySource<?>> file) {
        var sources = new ArrayList<>(file);
        sources.add(new PropertySource<>("environment", asked) {
            @Override
            public Object getProperty(String name) {
                getSource().add(name);
                return null;
            }
        });
        resolver = new PropertySourcesPlaceholdersResolver(sources);
    }

    Set<String> asked() {
        return asked;
    }

    @Override
    public Object resolvePlaceholders(Object value) {
        return resolver.resolvePlaceholders(value);
    }
}
