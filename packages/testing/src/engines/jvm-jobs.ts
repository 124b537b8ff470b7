/** Java sources to compile. */
export interface CompileJob {
  /** Path, such as `com/acme/Policy.java`, to text. */
  readonly sources: Readonly<Record<string, string>>;
  /** Sets of jars on the class path: `resilience4j`, `spring-boot-3`, `junit`. */
  readonly sets: readonly string[];
  /** Folders of classes on the class path, such as an earlier result's. */
  readonly classes?: readonly string[];
  /** Options of javac, for example `["-Xlint:all", "-Werror"]`. */
  readonly options?: readonly string[];
  readonly timeoutMs?: number;
}

/** What javac said. */
export interface CompileResult {
  /** With `-Werror`, a warning makes it false. */
  readonly ok: boolean;
  readonly diagnostics: readonly JavaDiagnostic[];
  /** What javac printed beside its diagnostics. */
  readonly output: string;
  /** The folder of the classes; it goes when the JVM stops. */
  readonly classesDir: string;
}

/** One message of javac; lines and columns count from 1, -1 where it has no place. */
export interface JavaDiagnostic {
  readonly kind: "ERROR" | "WARNING" | "MANDATORY_WARNING" | "NOTE" | "OTHER";
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A call of `public static String run(String[] args)`. */
export interface RunJob {
  readonly mainClass: string;
  /** Folders of classes, usually a compilation's `classesDir`. */
  readonly classes: readonly string[];
  readonly sets: readonly string[];
  readonly args?: readonly string[];
  /** Twenty seconds when nothing is said. Threads that are left then, or after the call, are interrupted. */
  readonly timeoutMs?: number;
}

/** What the method gave; or what it threw; or where it stood when its time was over. */
export type RunResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: JavaError }
  | { readonly ok: false; readonly timedOut: string };

/** A throwable. */
export interface JavaError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

/** What Spring Boot makes of an `application.yml`. */
export interface BindResult {
  /** Every key of the file, in its order, with list elements as `name[0]`. */
  readonly keys: readonly BoundKey[];
  /** Keys that no configuration class binds and that the jars' metadata does not know: Spring ignores them silently. */
  readonly unused: readonly BoundKey[];
  /** What a configuration class refused; the rest of that class was not bound. */
  readonly errors: readonly { readonly class: string; readonly key: string; readonly message: string }[];
  /** Names in `${...}` that only the environment could give. */
  readonly placeholders: readonly string[];
}

/** One key of an `application.yml`. */
export interface BoundKey {
  readonly key: string;
  /** From 1. */
  readonly line: number;
  /** As written, before `${...}` is replaced. */
  readonly source: string;
  /** The configuration class that bound it ... */
  readonly boundBy?: string;
  /** ... or else the class that the metadata says reads it. */
  readonly readBy?: string;
  /** The Java type of the value. */
  readonly type?: string;
  /** What the key became: durations in ISO 8601 (`PT30S`), enum constants and classes by name, everything else as JSON. */
  readonly value?: unknown;
}

/** One answer of the runner. */
export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: JavaError;
  readonly timedOut?: string;
}

/** The outcome of a `run`. */
export function toRunResult({ result, error, timedOut }: Answer): RunResult {
  if (timedOut !== undefined) return { ok: false, timedOut };
  return error === undefined ? { ok: true, value: String(result) } : { ok: false, error };
}

/** The result of a job that has no business failing. */
export function toResult({ result, error, timedOut }: Answer): unknown {
  if (error !== undefined) throw new Error(`the JVM's job failed: ${error.stack}`);
  if (timedOut !== undefined) throw new Error(`the JVM's job took too long:\n${timedOut}`);
  return result;
}

/** The result of a `bind`, with the keys that nobody uses picked out. */
export function toBindResult(answer: Answer): BindResult {
  const bound = toResult(answer) as Omit<BindResult, "unused">;
  return { ...bound, unused: bound.keys.filter((key) => key.boundBy === undefined && key.readBy === undefined) };
}
