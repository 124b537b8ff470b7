import { java, mark } from "@dpm/print";
import type { Backoff } from "../../model.ts";
import { read } from "../own-numbers.ts";
import { apart, part, type JavaText, type Part } from "../part.ts";
import { inward, parameters, type Shape } from "./shape.ts";

const { code } = java;

/** What stands between the caller and the work, outermost first. */
export function attempts(shape: Shape): Part {
  return apart(
    shape.bulkhead && inBulkhead(shape),
    shape.retry && retried(shape, shape.retry.backoff.value),
    shape.threads ? inThread(shape) : shape.breaker && inPlace(shape),
  );
}

function inBulkhead(shape: Shape): Part {
  const method = code`
    private <T> T inBulkhead(${parameters(shape, "bulkhead")}) throws Exception {
        if (!bulkhead.tryAcquirePermission()) {
            if (Thread.interrupted()) throw new InterruptedException();
            throw BulkheadFullException.createBulkheadFullException(bulkhead);
        }
        ${shape.permit && code`Permit permit = new Permit();`}
        try {
            return ${inward(shape, "retry")};
        } finally {
            ${shape.permit ? code`permit.release();` : code`bulkhead.onComplete();`}
        }
    }
  `;
  return part(method, "io.github.resilience4j.bulkhead.BulkheadFullException");
}

/** Retry's own pause would outlast the deadline, so Resilience4j counts and the class waits. */
function retried(shape: Shape, backoff: Backoff): Part {
  const isTimed = shape.totalTimeout !== undefined;
  const again = code`isTriedAgain(error, idempotent)`;
  const pause = drawn(shape, backoff);
  const method = code`
    private <T> T attempts(${parameters(shape, "retry")}) throws Exception {
        Retry.AsyncContext<T> tries = retry.asyncContext();
        ${backoff === "decorrelated_jitter" && code`long previous = 0;`}
        ${backoff === "linear" ? code`for (int number = 1; ; number++) {` : code`while (true) {`}
            try {
                T answer = ${inward(shape, "attempt")};
                tries.onComplete();
                return answer;
            } catch (Exception error) {
                ${isTimed && code`long left = deadline - System.nanoTime();`}
                long pause = ${isTimed ? code`left > 0 && ${again}` : again} ? tries.onError(error) : -1;
                if (pause < 0) throw error;
                ${pause && mark(pause, shape.retry?.backoff)}
                ${isTimed ? untilDeadline : code`Thread.sleep(pause);`}
            }
        }
    }
  `;
  const random = backoff.endsWith("jitter") ? ["java.util.concurrent.ThreadLocalRandom"] : [];
  return part(method, ...random, ...(isTimed ? ["java.util.concurrent.TimeUnit"] : []));
}

const untilDeadline = code`
  boolean isLast = TimeUnit.MILLISECONDS.toNanos(pause) >= left;
  Thread.sleep(isLast ? TimeUnit.NANOSECONDS.toMillis(left) + 1 : pause);
  if (isLast) throw timeout(error);
`;

/** The pauses that Resilience4j has no function for, made of the ones that it gives. */
function drawn(shape: Shape, backoff: Backoff): JavaText | undefined {
  const most = code`${read("longest pause", shape)}.toMillis()`;
  switch (backoff) {
    case "exponential_jitter":
      return code`pause = ThreadLocalRandom.current().nextLong(pause + 1);`;
    case "linear":
      return code`pause = Math.min(number * pause, ${most});`;
    case "decorrelated_jitter":
      return code`
        pause = ThreadLocalRandom.current().nextLong(pause, Math.max(pause, Math.min(3 * previous, ${most})) + 1);
        previous = pause;
      `;
    default:
      return undefined;
  }
}

function inThread(shape: Shape): Part {
  const method = code`
    /** Gives the work a thread of its own: only a thread can be interrupted. */
    private <T> T attempt(${parameters(shape, "attempt")}) throws Exception {
        long limit = ${limit(shape)};
        ${shape.totalTimeout && code`if (limit <= 0) throw timeout(null);`}
        ${shape.breaker && code`Admission admission = new Admission();`}
        FutureTask<T> task = new FutureTask<>(${shape.permit ? code`() -> permit.holdFor(work)` : code`work::call`});
        try {
            threads.execute(task);
            ${
              shape.breaker
                ? code`
              T answer = task.get(limit, TimeUnit.NANOSECONDS);
              admission.succeeded();
              return answer;
            `
                : code`return task.get(limit, TimeUnit.NANOSECONDS);`
            }
        } catch (TimeoutException cut) {
            ${shape.breaker && code`admission.failed(cut);`}
            throw timeout(cut);
        } catch (ExecutionException thrown) {
            if (!(thrown.getCause() instanceof Exception error)) throw (Error) thrown.getCause();
            ${shape.breaker && code`if (isFailure(error)) admission.failed(error);`}
            throw error;
        } finally {
            task.cancel(true);
            ${shape.breaker && code`admission.end();`}
        }
    }
  `;
  const types = ["ExecutionException", "FutureTask", "TimeUnit", "TimeoutException"];
  return part(method, ...types.map((type) => `java.util.concurrent.${type}`));
}

function limit(shape: Shape): JavaText {
  const whole = shape.totalTimeout && code`deadline - System.nanoTime()`;
  const one = shape.attemptTimeout && code`${read("attempt timeout", shape)}.toNanos()`;
  return whole && one ? code`Math.min(${whole}, ${one})` : code`${whole}${one}`;
}

function inPlace(shape: Shape): Part {
  return part(code`
    private <T> T attempt(${parameters(shape, "attempt")}) throws Exception {
        Admission admission = new Admission();
        try {
            T answer = work.call();
            admission.succeeded();
            return answer;
        } catch (Exception error) {
            if (isFailure(error)) admission.failed(error);
            throw error;
        } finally {
            admission.end();
        }
    }
  `);
}
