import { java, mark } from "@dpm/print";
import type { Retried, Retry } from "../../model.ts";
import { apart, part, type Part } from "../part.ts";
import type { Shape } from "./shape.ts";

const { code } = java;

/** Which exceptions are failures, and which of them are tried again. */
export function failures(shape: Shape): Part {
  return apart(
    shape.failures && isFailure(shape),
    shape.retry && isTriedAgain(shape),
    shape.retry && !isEvery(shape.retry.on.value) && isOneOfThese(shape.retry),
    shape.retry && isUnsent,
    shape.failures && causes,
    shape.threads && timeout,
    shape.threads && daemon,
  );
}

function isFailure({ breaker }: Shape): Part {
  const passing = breaker
    ? code`error instanceof InterruptedException || error instanceof CallNotPermittedException`
    : code`error instanceof InterruptedException`;
  const method = code`
    private boolean isFailure(Exception error) {
        if (${passing}) return false;
        return error instanceof TimeoutException || failures.test(error);
    }
  `;
  return part(
    method,
    "java.util.concurrent.TimeoutException",
    ...(breaker ? ["io.github.resilience4j.circuitbreaker.CallNotPermittedException"] : []),
  );
}

function isTriedAgain({ retry }: Shape): Part {
  const isAsked =
    retry && !isEvery(retry.on.value) ? code`isFailure(error) && isOneOfThese(error)` : code`isFailure(error)`;
  const method = code`
    private boolean isTriedAgain(Exception error, boolean idempotent) {
        return ${isAsked} && (idempotent || isUnsent(error));
    }
  `;
  return part(mark(method, retry?.on));
}

function isEvery({ connectFailure, timeout, reset, status }: Retried): boolean {
  return connectFailure && timeout && reset && status;
}

/** A failure is a connection that was not made, a timeout, another I/O error, or something of the caller's. */
function isOneOfThese({ on }: Retry): Part {
  const { connectFailure, timeout, reset, status } = on.value;
  const isIo = code`causes(error).anyMatch(cause -> cause instanceof IOException)`;
  const others = reset === status ? java.bool(reset) : reset ? isIo : code`!${isIo}`;
  const method = code`
    private static boolean isOneOfThese(Exception error) {
        if (isUnsent(error)) return ${java.bool(connectFailure)};
        if (causes(error).anyMatch(cause -> cause instanceof TimeoutException
                || cause instanceof SocketTimeoutException
                || cause instanceof HttpTimeoutException)) return ${java.bool(timeout)};
        return ${others};
    }
  `;
  return part(mark(method, on), "java.net.SocketTimeoutException", "java.net.http.HttpTimeoutException");
}

/** No connection, nothing sent. */
const isUnsent = part(
  code`
    /**
     * Whether there was no connection, so that the request cannot have been served. That a connection was not made in
     * time sockets of the JDK say in words only; what another client calls a SocketTimeoutException is a timeout.
     */
    private static boolean isUnsent(Exception error) {
        return causes(error).anyMatch(cause -> cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SocketTimeoutException
                        && "Connect timed out".equalsIgnoreCase(cause.getMessage()));
    }
  `,
  ...[
    "java.net.ConnectException",
    "java.net.NoRouteToHostException",
    "java.net.SocketTimeoutException",
    "java.net.UnknownHostException",
    "java.net.http.HttpConnectTimeoutException",
    "java.nio.channels.UnresolvedAddressException",
  ],
);

/** The default of which exceptions are failures; callers build their own on it. */
export const inputOutputOrTime = part(
  code`
    /** What is a failure where nothing else is said: an I/O error or a timeout, or what one of them caused. */
    public static boolean isInputOutputOrTime(Exception error) {
        return causes(error).anyMatch(cause -> cause instanceof IOException || cause instanceof TimeoutException);
    }
  `,
  "java.io.IOException",
  "java.util.concurrent.TimeoutException",
);

const causes = part(
  code`
    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).limit(20);
    }
  `,
  "java.util.Objects",
  "java.util.stream.Stream",
);

const timeout = part(code`
    private static TimeoutException timeout(Exception cause) {
        TimeoutException timeout = new TimeoutException(NAME + " did not answer in time");
        timeout.initCause(cause);
        return timeout;
    }
  `);

const daemon = part(code`
    private static Thread daemon(Runnable attempt) {
        Thread thread = new Thread(attempt, NAME);
        thread.setDaemon(true);
        return thread;
    }
  `);
