import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** A generated policy class, whatever its name and whatever its last parameter. */
final class Policy {
    private final Object policy;
    private final Method call;
    private final CircuitBreaker breaker;
    private final AtomicInteger opensAtCall = new AtomicInteger();

    Policy(Object made, AtomicInteger calls) throws ReflectiveOperationException {
        policy = made;
        var type = made.getClass();
        call = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("call"))
                .max(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow();
        var getter = Arrays.stream(type.getMethods()).filter(method -> method.getName().equals("circuitBreaker")).findFirst();
        breaker = getter.isPresent() ? (CircuitBreaker) getter.get().invoke(policy) : null;
        if (breaker == null) return;
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) opensAtCall.compareAndSet(0, calls.get());
        });
    }

    Object call(String key, boolean idempotent, Callable<Object> work) throws Exception {
        Function<String, Object> fromJson = json -> "default_response";
        Supplier<Object> empty = () -> "empty";
        try {
            if (call.getParameterCount() == 3) return call.invoke(policy, key, idempotent, work);
            var last = call.getParameterTypes()[3] == Function.class ? fromJson : empty;
            return call.invoke(policy, key, idempotent, work, last);
        } catch (InvocationTargetException thrown) {
            throw (Exception) thrown.getCause();
        }
    }

    String state() {
        return breaker == null ? "closed" : breaker.getState().toString().toLowerCase().replace('_', '-');
    }

    int opensAtCall() {
        return opensAtCall.get();
    }

    void close() throws Exception {
        if (policy instanceof AutoCloseable closeable) closeable.close();
    }
}
