import { java } from "@dpm/print";
import { apart, below, part, type JavaText, type Part } from "../part.ts";
import { ownNumbers } from "../own-numbers.ts";
import { inputOutputOrTime } from "./failures.ts";
import type { Shape } from "./shape.ts";

const { code } = java;

/** One of Resilience4j's objects that a policy has. */
interface Engine {
  readonly type: string;
  readonly field: string;
  readonly config: string;
  readonly folder: string;
}

function engines({ bulkhead, retry, breaker }: Shape): readonly Engine[] {
  return [
    ...(bulkhead ? [{ type: "Bulkhead", field: "bulkhead", config: "BULKHEAD", folder: "bulkhead" }] : []),
    ...(retry ? [{ type: "Retry", field: "retry", config: "RETRY", folder: "retry" }] : []),
    ...(breaker ? [{ type: "CircuitBreaker", field: "circuitBreaker", config: "CIRCUIT_BREAKER", folder: "circuitbreaker" }] : []),
  ];
}

/** The fields and the constructors. */
export function construction(shape: Shape): Part {
  const constructors = shape.style === "java" ? plainConstructors(shape) : springConstructor(shape);
  return apart(fields(shape), constructors, shape.failures && inputOutputOrTime());
}

function fields(shape: Shape): Part {
  const own = engines(shape).map(({ type, field, config, folder }) => {
    const declared = code`private final ${java.ident(type)} ${java.ident(field)}`;
    const made = shape.style === "java" ? code`${declared} = ${java.ident(type)}.of(NAME, ${java.ident(config)})` : declared;
    return part(code`${made};`, `io.github.resilience4j.${folder}.${type}`);
  });
  const policy = java.ident(shape.names.policy);
  return below(
    shape.style === "spring" && hasNumbers(shape) && part(code`private final ${java.ident(shape.names.properties)} numbers;`),
    shape.failures && part(code`private final Failures failures;`),
    ...own,
    shape.fallback?.cache && part(code`private final LastGood lastGood = new LastGood();`),
    shape.threads &&
      part(
        code`private final ExecutorService threads = Executors.newCachedThreadPool(${policy}::daemon);`,
        "java.util.concurrent.ExecutorService",
        "java.util.concurrent.Executors",
      ),
  );
}

function plainConstructors({ failures, names }: Shape): Part | undefined {
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
    }
  `);
}

/** The registries make their instances of application.yml; a missing one must not become an instance of defaults. */
function springConstructor(shape: Shape): Part {
  const own = engines(shape);
  const assignments = [
    hasNumbers(shape) && code`this.numbers = numbers;`,
    shape.failures && code`this.failures = failures;`,
    ...own.map(({ field }) => code`this.${java.ident(field)} = ${java.ident(registryName(field))}.find(NAME).orElseThrow();`),
  ];
  const made = code`
    /** @param failures which exceptions of the work are failures */
    public ${java.ident(shape.names.policy)}(${springParameters(shape)}) {
        ${assignments}
    }
  `;
  return part(made, ...registryImports(shape));
}

/** `OrderServiceProperties numbers, RetryRegistry retries, ...` */
export function springParameters(shape: Shape, failures: JavaText = code`Failures failures`): JavaText {
  return java.commas([
    hasNumbers(shape) && code`${java.ident(shape.names.properties)} numbers`,
    ...engines(shape).map(({ type, field }) => code`${java.ident(`${type}Registry`)} ${java.ident(registryName(field))}`),
    shape.failures && failures,
  ]);
}

/** What a caller of that constructor hands over. */
export function springArguments(shape: Shape, failures: JavaText): JavaText {
  return java.commas([
    hasNumbers(shape) && code`numbers`,
    ...engines(shape).map(({ field }) => java.ident(registryName(field))),
    shape.failures && failures,
  ]);
}

export function registryImports(shape: Shape): readonly string[] {
  return engines(shape).map(({ type, folder }) => `io.github.resilience4j.${folder}.${type}Registry`);
}

export function hasNumbers(shape: Shape): boolean {
  return ownNumbers(shape).length > 0;
}

function registryName(field: string): string {
  return `${field}Registry`;
}
