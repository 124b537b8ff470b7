import { java, mark } from "@dpm/print";
import { read } from "../own-numbers.ts";
import { apart, part, type JavaText, type Part } from "../part.ts";
import { inward, type Shape } from "./shape.ts";

const { code } = java;

/** What callers see: the calls, the breaker, the end. */
export function calls(shape: Shape): Part {
  return apart(shortCall(shape), fullCall(shape), breaker(shape), close(shape), shape.fallback && fallback(shape));
}

/** The last parameter, where the fallback needs something of the caller's. */
function supplied({
  fallback,
}: Shape):
  | { readonly name: JavaText; readonly declaration: JavaText; readonly doc: JavaText; readonly type: string }
  | undefined {
  if (fallback?.defaultResponse) {
    return {
      name: code`fromJson`,
      declaration: code`Function<? super String, ? extends T> fromJson`,
      doc: code` * @param fromJson reads the default response`,
      type: "java.util.function.Function",
    };
  }
  if (fallback?.empty?.value === "supplied") {
    return {
      name: code`empty`,
      declaration: code`Supplier<? extends T> empty`,
      doc: code` * @param empty the empty answer`,
      type: "java.util.function.Supplier",
    };
  }
  return undefined;
}

function shortCall(shape: Shape): Part | undefined {
  if (!supplied(shape)) return undefined;
  const what = shape.fallback?.defaultResponse
    ? code`/** As the other call, for answers that the default response is none of. */`
    : code`/** As the other call, for answers that are never empty. */`;
  return part(code`
    ${what}
    public <T> T call(String key, boolean idempotent, Callable<? extends T> work) throws Exception {
        return call(key, idempotent, work, null);
    }
  `);
}

function fullCall(shape: Shape): Part {
  const last = supplied(shape);
  const required = [code`String key`, code`boolean idempotent`, code`Callable<? extends T> work`];
  const signature = last
    ? code`
        public <T> T call(
                ${java.commas([...required, last.declaration])})
                throws Exception {
      `
    : code`public <T> T call(${java.commas(required)}) throws Exception {`;
  const made = java.lines([doc(shape, last?.doc), signature, code`    ${body(shape, last?.name)}`, code`}`]);
  return part(made, "java.util.concurrent.Callable", ...(last ? [last.type] : []));
}

function doc(shape: Shape, last: JavaText | undefined): JavaText {
  return java.lines([
    code`
      /**
       * Does the work under the policy.
       *
    `,
    shape.fallback?.cache
      ? code` * @param key names the request; the last good answer to it stands in for a failed one`
      : code` * @param key names the request`,
    shape.retry && code` * @param idempotent whether the request can be sent again after it may have been served`,
    !shape.retry && code` * @param idempotent not needed here: nothing is sent again`,
    shape.threads
      ? code` * @param work sends the request once; it is interrupted when its time is over`
      : code` * @param work sends the request once`,
    last,
    shape.fallback
      ? code` * @throws Exception what went wrong, when there is no other answer`
      : code` * @throws Exception what went wrong`,
    code` */`,
  ]);
}

function body(shape: Shape, last: JavaText | undefined): JavaText {
  const { fallback } = shape;
  const deadline =
    shape.totalTimeout && code`long deadline = System.nanoTime() + ${read("total timeout", shape)}.toNanos();`;
  const inner = inward(shape, "bulkhead");
  if (!fallback)
    return code`
    ${deadline}
    return ${inner};
  `;
  const keyOf = fallback.cache && code`key`;
  const answerInstead = (error: JavaText) => code`return fallback(${java.commas([keyOf, last, error])});`;
  const rejections = [
    shape.bulkhead && code`BulkheadFullException`,
    shape.breaker && code`CallNotPermittedException`,
  ].filter((one) => one !== undefined);
  const answer = fallback.cache
    ? code`
        T answer = ${inner};
        lastGood.put(key, answer);
        return answer;
      `
    : code`return ${inner};`;
  return code`
    ${deadline}
    try {
        ${answer}
    ${rejected(rejections, answerInstead(code`rejection`))}
    } catch (Exception error) {
        if (isFailure(error)) ${answerInstead(code`error`)}
        throw error;
    }
  `;
}

function rejected([first, second]: readonly JavaText[], answer: JavaText): JavaText | undefined {
  if (!first) return undefined;
  return code`
    } catch (${second ? code`${first} | ${second}` : first} rejection) {
        ${answer}
  `;
}

/** The last good answer, the default response, the original error. */
function fallback(shape: Shape): Part {
  const { fallback: made } = shape;
  const last = supplied(shape);
  const parameters = java.commas([made?.cache && code`String key`, last?.declaration, code`Exception error`]);
  const known =
    made?.cache &&
    code`
    Answer known = lastGood.get(key);
    if (known != null) return (T) known.value();
  `;
  const method = code`
    ${made?.cache && code`@SuppressWarnings("unchecked") // A key names one request, and its answers have one type.`}
    private <T> T fallback(${parameters}) throws Exception {
        ${known}
        ${otherwise(shape)}
    }
  `;
  return part(made ? mark(method, made.strategy, made.empty) : method);
}

function otherwise({ fallback: made }: Shape): JavaText {
  if (made?.empty?.value === "null") return code`return null;`;
  if (made?.empty)
    return code`
    if (empty == null) throw error;
    return empty.get();
  `;
  if (!made?.defaultResponse) return code`throw error;`;
  return code`
    if (fromJson == null) throw error;
    try {
        return fromJson.apply(DEFAULT_RESPONSE);
    } catch (RuntimeException unreadable) {
        error.addSuppressed(unreadable);
        throw error;
    }
  `;
}

function breaker(shape: Shape): Part | undefined {
  return (
    shape.breaker &&
    part(code`
    /** For its metrics, and to open or close it by hand. */
    public CircuitBreaker circuitBreaker() {
        return circuitBreaker;
    }
  `)
  );
}

function close(shape: Shape): Part | false {
  return (
    shape.threads &&
    part(code`
    /** Interrupts what still runs, and takes no more calls. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
  `)
  );
}
