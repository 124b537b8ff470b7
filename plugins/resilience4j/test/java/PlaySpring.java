import java.util.Arrays;
import java.util.List;

/** Plays a script behind a policy of a real Spring context: arguments are the application.yml, then what Play takes. */
public final class PlaySpring {
    private PlaySpring() {}

    public static String run(String[] args) throws Exception {
        try (var context = Context.of(args[0], List.of(args[1]))) {
            return Play.play(context.getBean(Class.forName(args[1])), Arrays.copyOfRange(args, 2, args.length));
        }
    }
}
