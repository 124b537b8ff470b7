import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;

/** The numbers of policies in a real Spring context: arguments are the application.yml, then policies' classes. */
public final class DumpSpring {
    private DumpSpring() {}

    public static String run(String[] args) throws Exception {
        var names = List.of(args).subList(1, args.length);
        List<String> all = new ArrayList<>();
        try (var context = Context.of(args[0], names)) {
            for (var name : names) all.add(Dump.of(context.getBean(Class.forName(name))));
            // Every key below a record's prefix must be bound by it.
            for (var bean : context.getBeansWithAnnotation(ConfigurationProperties.class).values()) {
                var prefix = bean.getClass().getAnnotation(ConfigurationProperties.class);
                if (prefix == null || !prefix.value().startsWith("dpm.")) continue;
                Binder.get(context.getEnvironment()).bind(prefix.value(), Bindable.of(bean.getClass()), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
            }
        }
        return String.join("\n", all);
    }
}
