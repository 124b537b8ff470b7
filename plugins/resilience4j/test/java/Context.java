import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;

/** A real Spring context with an application.yml and the beans of some policies. */
final class Context {
    private Context() {}

    @EnableAutoConfiguration
    static class Application {}

    static ConfigurableApplicationContext of(String settings, List<String> policies) throws Exception {
        List<Class<?>> sources = new ArrayList<>(List.of(Application.class));
        for (var name : policies) sources.add(Class.forName(name + "Configuration"));
        var application = new SpringApplication(sources.toArray(Class[]::new));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        var yml = new YamlPropertySourceLoader().load("application.yml", new ByteArrayResource(settings.getBytes("UTF-8")));
        application.addInitializers(context -> yml.forEach(context.getEnvironment().getPropertySources()::addFirst));
        return application.run();
    }
}
