import java.util.ArrayList;
import java.util.List;

/** The numbers of plain policies: arguments are their classes. */
public final class DumpPlain {
    private DumpPlain() {}

    public static String run(String[] classes) throws ReflectiveOperationException {
        List<String> all = new ArrayList<>();
        for (var name : classes) all.add(Dump.of(Class.forName(name).getConstructor().newInstance()));
        return String.join("\n", all);
    }
}
