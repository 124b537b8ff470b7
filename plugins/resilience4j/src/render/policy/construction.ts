import { java } from "@dpm/print";
import { apart, below, part, type JavaText, type Part } from "../part.ts";
import { ownNumbers } from "../own-numbers.ts";
import { inputOutputOrTime } from "./failures.ts";
import type { Shape } from "./shape.ts";

const { code } = java;

/** One of Resilience4j's objects that a policy has. */
interface Engine {
  readonly type: "Bulkhead" | "Retry" | "CircuitBreaker";
  readonly field: string;
  readonly registry: string;
  readonly config: string;
  readonly folder: string;
}

const all: readonly Engine[] = [
  { type: "Bulkhead", field: "bulkhead", registry: "bulkheads", config: "BULKHEAD", folder: "bulkhead" },
  { type: "Retry", field: "retry", registry: "retries", config: "RETRY", folder: "retry" },
  {
    type: "CircuitBreaker",
    field: "circuitBreaker",
    registry: "circuitBreakers",
    config: "CIRCUIT_BREAKER",
    folder: "circuitbreaker",
  },
];

function engines({ bulkhead, retry, breaker }: Shape): readonly Engine[] {
  const has = { Bulkhead: bulkhead, Retry: retry, CircuitBreaker: breaker };
  return all.filter(({ type }) => has[type] !== undefined);
}

/** The fields and the constructors. */
export function construction(shape: Shape): Part {
  const constructors = shape.style === "java" ? plainConstructors(shape) : springConstructor(shape);
  return apart(fields(shape), constructors, shape.failures && inputOutputOrTime);
}

function fields(shape: Shape): Part {
  const own = engines(shape).map(({ type, field, config, folder }) => {
    const declared = code`private final ${java.ident(type)} ${java.ident(field)}`;
    const made =
      shape.style === "java" ? code`${declared} = ${java.ident(type)}.of(NAME, ${java.ident(config)})` : declared;
    return part(code`${made};`, `io.github.resilience4j.${folder}.${type}`);
  });
  const policy = java.ident(shape.names.policy);
  return below(
    shape.style === "spring" &&
      hasNumbers(shape) &&
      part(code`private final ${java.ident(shape.names.properties)} numbers;`),
    shape.failures && part(code`private final Failures failures;`),
    ...own,
    shape.breaker &&
      part(code`private final AtomicLong stateChanges = new AtomicLong();`, "java.util.concurrent.atomic.AtomicLong"),
    shape.fallback?.cache && part(code`private final LastGood lastGood = new LastGood();`),
    shape.threads &&
      part(
        code`private final ExecutorService threads = Executors.newCachedThreadPool(${policy}::daemon);`,
        "java.util.concurrent.ExecutorService",
        "java.util.concurrent.Executors",
      ),
  );
}

/** Resilience4j publishes a change in the thread that makes it, so what the policy itself causes is counted at once. */
function counting({ breaker }: Shape): JavaText | undefined {
  return (
    breaker &&
    code`
      circuitBreaker.getEventPublisher()
              .onStateTransition(change -> stateChanges.incrementAndGet())
              .onReset(change -> stateChanges.incrementAndGet());
    `
  );
}

function plainConstructors(shape: Shape): Part | undefined {
  const { failures, names } = shape;
  const policy = java.ident(names.policy);
  if (!failures) return undefined;
  return part(code`
    /** Takes I/O errors and timeouts for failures. */
    public ${policy}() {
        this(${policy}::isInputOutputOrTime);
    }

    /** @param failures which exceptions of the work are failures */
    public ${policy}(Failures failures) {
        this.failures = failures;
        ${counting(shape)}
    }
  `);
}

/** The registries make their instances of application.yml; a missing one must not become an instance of defaults. */
function springConstructor(shape: Shape): Part {
  const own = engines(shape);
  const assignments = [
    hasNumbers(shape) && code`this.numbers = numbers;`,
    shape.failures && code`this.failures = failures;`,
    ...own.map(
      ({ field, registry }) => code`this.${java.ident(field)} = ${java.ident(registry)}.find(NAME).orElseThrow();`,
    ),
  ];
  const made = code`
    /** @param failures which exceptions of the work are failures */
    public ${java.ident(shape.names.policy)}(
            ${springParameters(shape)}) {
        ${assignments}
        ${counting(shape)}
    }
  `;
  return part(made, ...registryImports(shape));
}

/** `OrderServiceProperties numbers, RetryRegistry retries, ...` */
export function springParameters(shape: Shape, failures: JavaText = code`Failures failures`): JavaText {
  return stacked([
    hasNumbers(shape) && code`${java.ident(shape.names.properties)} numbers`,
    ...engines(shape).map(({ type, registry }) => code`${java.ident(`${type}Registry`)} ${java.ident(registry)}`),
    shape.failures && failures,
  ]);
}

/** `a,` and `b` below each other. */
function stacked(texts: readonly (JavaText | false)[]): JavaText {
  const present = texts.filter((one) => one !== false);
  return java.lines(present.map((one, index) => (index < present.length - 1 ? code`${one},` : one)));
}

/** What a caller of that constructor hands over. */
export function springArguments(shape: Shape, failures: JavaText): JavaText {
  return stacked([
    hasNumbers(shape) && code`numbers`,
    ...engines(shape).map(({ registry }) => java.ident(registry)),
    shape.failures && failures,
  ]);
}

export function registryImports(shape: Shape): readonly string[] {
  return engines(shape).map(({ type, folder }) => `io.github.resilience4j.${folder}.${type}Registry`);
}

export function hasNumbers(shape: Shape): boolean {
  return ownNumbers(shape).length > 0;
}
