import com.example.shop.ShopPolicy;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Disabled;

/** Gives back what the model's strings became: the default response, or why tests are switched off. */
public final class Hostile {
    private Hostile() {}

    public static String run(String[] args) throws Exception {
        if (args[0].equals("tests")) {
            return Arrays.stream(Class.forName("com.example.shop.ShopPolicyTest").getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Disabled.class))
                    .map(method -> method.getAnnotation(Disabled.class).value())
                    .sorted()
                    .collect(Collectors.joining("\n\n\n"));
        }
        return new ShopPolicy().call("key", true, () -> {
            throw new IOException("down");
        }, json -> json);
    }
}
