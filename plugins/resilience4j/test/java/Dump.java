import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.TreeMap;

/** Every number that a policy works with, read back from the running objects. */
final class Dump {
    private Dump() {}

    static String of(Object policy) throws ReflectiveOperationException {
        var found = new TreeMap<String, Object>();
        for (var field : policy.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.getType() == Bulkhead.class) bulkhead((Bulkhead) field.get(policy), found);
            else if (field.getType() == Retry.class) retry((Retry) field.get(policy), found);
            else if (field.getType() == CircuitBreaker.class) breaker((CircuitBreaker) field.get(policy), found);
            else if (field.getName().equals("numbers")) properties(field.get(policy), found);
            else if (field.getType() == Duration.class || field.getType() == int.class) found.put(plain(field), field.get(policy).toString());
        }
        return found.toString();
    }

    /** A constant and a property of the same number have the same words. */
    private static String plain(Field field) {
        return field.getName().replace("_", "").toLowerCase();
    }

    private static void properties(Object numbers, TreeMap<String, Object> found) throws ReflectiveOperationException {
        for (var part : numbers.getClass().getRecordComponents()) found.put(part.getName().toLowerCase(), String.valueOf(part.getAccessor().invoke(numbers)));
    }

    private static void bulkhead(Bulkhead one, TreeMap<String, Object> found) {
        var config = one.getBulkheadConfig();
        found.put("bulkhead", one.getName() + " " + config.getMaxConcurrentCalls() + " " + config.getMaxWaitDuration());
    }

    private static void retry(Retry one, TreeMap<String, Object> found) {
        var pauses = new StringBuilder();
        for (int attempt = 1; attempt < 8; attempt++) pauses.append(' ').append(one.getRetryConfig().getIntervalBiFunction().apply(attempt, null));
        found.put("retry", one.getName() + " " + one.getRetryConfig().getMaxAttempts() + pauses);
    }

    private static void breaker(CircuitBreaker one, TreeMap<String, Object> found) {
        var config = one.getCircuitBreakerConfig();
        found.put("breaker", one.getName() + " " + config.getSlidingWindowType() + " " + config.getSlidingWindowSize() + " " + config.getMinimumNumberOfCalls()
                + " " + config.getFailureRateThreshold() + " " + config.getSlowCallRateThreshold() + " " + config.getSlowCallDurationThreshold()
                + " " + config.getPermittedNumberOfCallsInHalfOpenState() + " " + config.getWaitIntervalFunctionInOpenState().apply(1)
                + " " + config.getMaxWaitDurationInHalfOpenState() + " " + config.isAutomaticTransitionFromOpenToHalfOpenEnabled());
    }
}
