import { afterAll, beforeAll, expect, test } from "vitest";
import { describeEngine } from "../../src/engines/describe-engine.ts";
import { runJunit } from "../../src/engines/junit.ts";
import { startJvm } from "../../src/engines/jvm.ts";
import type { Jvm } from "../../src/engines/jvm.ts";

const STRICT = ["-Xlint:all", "-Werror", "--release", "17"];

const BREAKER = `package com.acme;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

public final class Breaker {
    private Breaker() {}

    public static String run(String[] args) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
            .slidingWindowSize(10).minimumNumberOfCalls(10).failureRateThreshold(50).build();
        CircuitBreaker breaker = CircuitBreaker.of(args[0], config);
        int calls = 0;
        for (int request = 0; request < 15; request++) {
            if (!breaker.tryAcquirePermission()) continue;
            calls++;
            breaker.onError(1, java.util.concurrent.TimeUnit.MILLISECONDS, new java.io.IOException("down"));
        }
        return breaker.getName() + " " + calls + " " + breaker.getState();
    }
}
`;

/** A class with one method `run`. */
function program(body: string): Record<string, string> {
  return { "Main.java": `public class Main { public static String run(String[] args) throws Exception { ${body} } }` };
}

describeEngine("jvm", (engine) => {
  let jvm: Jvm;
  beforeAll(async () => {
    jvm = await startJvm(engine);
  });
  afterAll(() => jvm.stop());

  async function runMain(body: string, timeoutMs = 10_000) {
    const { classesDir } = await jvm.compile({ sources: program(body), sets: [] });
    return jvm.run({ classes: [classesDir], sets: [], mainClass: "Main", timeoutMs });
  }

  test("a class over the real Resilience4j compiles without a warning and behaves", async () => {
    const sets = ["resilience4j"];
    const compiled = await jvm.compile({ sources: { "com/acme/Breaker.java": BREAKER }, sets, options: STRICT });
    expect(compiled).toMatchObject({ ok: true, diagnostics: [], output: "" });
    const job = { classes: [compiled.classesDir], sets, mainClass: "com.acme.Breaker", args: ["order-service"] };
    expect(await jvm.run(job)).toEqual({ ok: true, value: "order-service 10 OPEN" });
  });

  test("an error and, with -Werror, a warning are refused with their place", async () => {
    const error = await jvm.compile({ sources: { "a/A.java": "package a;\nclass A { int x = y; }\n" }, sets: [] });
    expect(error.ok).toBe(false);
    expect(error.diagnostics).toMatchObject([
      { kind: "ERROR", code: "compiler.err.cant.resolve.location", file: "a/A.java", line: 2, column: 19 },
    ]);
    const raw = { "A.java": "class A { java.util.List x; }" };
    expect(await jvm.compile({ sources: raw, sets: [] })).toMatchObject({ ok: true });
    const warning = await jvm.compile({ sources: raw, sets: [], options: STRICT });
    expect(warning.ok).toBe(false);
    expect(warning.diagnostics.map(({ kind, code }) => `${kind} ${code}`)).toContain(
      "WARNING compiler.warn.raw.class.use",
    );
  });

  test("a set of jars is only seen by who names it", async () => {
    const compiled = await jvm.compile({ sources: { "com/acme/Breaker.java": BREAKER }, sets: ["junit"] });
    expect(compiled.ok).toBe(false);
    await expect(jvm.compile({ sources: {}, sets: ["nosuch"] })).rejects.toThrow("no set is called `nosuch`");
  });

  test("text in any script goes to the JVM and back as it was", async () => {
    const args = ['ä 漢 🙂 "\\ \u2028 \u0000 \ud800'];
    const { classesDir } = await jvm.compile({ sources: program("return args[0];"), sets: [] });
    expect(await jvm.run({ classes: [classesDir], sets: [], mainClass: "Main", args })).toEqual({
      ok: true,
      value: args[0],
    });
  });

  test("what a program throws comes back, and what it prints does no harm", async () => {
    const outcome = await runMain('System.out.println("{}"); throw new java.io.IOException("down");');
    expect(outcome).toMatchObject({ ok: false, error: { type: "java.io.IOException", message: "down" } });
  });

  test("a program that takes too long is cut off, and the JVM goes on", async () => {
    const outcome = await runMain("while (true) Thread.onSpinWait();", 200);
    expect(outcome).toMatchObject({ ok: false, timedOut: expect.stringContaining("at Main.run") });
    expect(await runMain('return "well";')).toEqual({ ok: true, value: "well" });
  });

  test("jobs overlap: a quick one is answered while a slow one runs", async () => {
    const order: string[] = [];
    const slow = runMain("Thread.sleep(1000); return null;").then(() => order.push("slow"));
    await runMain("return null;").then(() => order.push("quick"));
    await slow;
    expect(order).toEqual(["quick", "slow"]);
  });

  test("every key of a good application.yml is bound, with the value that Spring sees", async () => {
    const bound = await jvm.bind(`resilience4j:
  circuitbreaker.instances.order-service:
    sliding-window-type: TIME_BASED
    wait-duration-in-open-state: 30s
    failure-rate-threshold: 50
    record-exceptions: [java.io.IOException]
  retry.instances.order-service: { max-attempts: 3, wait-duration: 100 }
spring.application.name: shop
`);
    expect(bound).toMatchObject({ unused: [], errors: [], placeholders: [] });
    expect(bound.keys.map(({ key, line, value }) => [key.split(".").at(-1), line, value])).toEqual([
      ["sliding-window-type", 3, "TIME_BASED"],
      ["wait-duration-in-open-state", 4, "PT30S"],
      ["failure-rate-threshold", 5, 50],
      ["record-exceptions[0]", 6, "java.io.IOException"],
      ["max-attempts", 7, 3],
      ["wait-duration", 7, "PT0.1S"],
      ["name", 8, "shop"],
    ]);
    expect(bound.keys[0]?.boundBy).toMatch(/\.CircuitBreakerProperties$/);
    expect(bound.keys.at(-1)?.readBy).toContain("springframework");
  });

  test("misspelt leaves, sections and top-level keys are found although Spring is silent", async () => {
    const bound = await jvm.bind(`resilience4j:
  circuitbreaker.instances.a: { slidng-window-size: 60, sliding-window-size: 60 }
  retyr.instances.a: { max-attempts: 3 }
  retry: { instanecs: { a: { max-attempts: 3 } } }
acme: { x: 1 }
`);
    expect(bound.errors).toEqual([]);
    expect(bound.unused.map(({ key }) => key)).toEqual([
      "resilience4j.circuitbreaker.instances.a.slidng-window-size",
      "resilience4j.retyr.instances.a.max-attempts",
      "resilience4j.retry.instanecs.a.max-attempts",
      "acme.x",
    ]);
  });

  test("a value that a configuration class refuses is an error at its key", async () => {
    const { errors } = await jvm.bind(
      "resilience4j.retry.instances.a: { max-attempts: 0 }\nresilience4j.bulkhead.instances.a: { max-wait-duration: soon }\n",
    );
    expect(errors.map(({ key, message }) => `${key}: ${message}`)).toEqual([
      expect.stringMatching(/^resilience4j\.bulkhead\.instances\.a\.max-wait-duration: 'soon' is not a valid duration/),
      expect.stringMatching(/^resilience4j\.retry\.instances\.a\S*: .*maxAttempts/),
    ]);
  });

  test("a placeholder that only the environment could fill is named", async () => {
    const bound = await jvm.bind(
      'spring.application.name: "${HOME} ${spring.main.banner-mode}"\nspring.main.banner-mode: "off"\n',
    );
    expect(bound.placeholders).toEqual(["HOME"]);
    expect(bound.keys[0]?.value).toBe("${HOME} off");
  });

  test("JUnit tests run and are counted, and finding none is a failure", async () => {
    const source = `import static org.junit.jupiter.api.Assertions.assertEquals;
import org.junit.jupiter.api.Test;
class SumTest {
    @Test void holds() { assertEquals(2, 1 + 1); }
    @Test void fails() { assertEquals(3, 1 + 1); }
}
`;
    const compiled = await jvm.compile({ sources: { "SumTest.java": source }, sets: ["junit"], options: STRICT });
    expect(compiled.diagnostics).toEqual([]);
    const result = await runJunit(engine, { classes: [compiled.classesDir], sets: [] });
    expect(result).toMatchObject({ ok: false, succeeded: 1, failed: 1, skipped: 0 });
    const good = await jvm.compile({ sources: { "SumTest.java": source.replace("3, 1", "2, 1") }, sets: ["junit"] });
    expect(await runJunit(engine, { classes: [good.classesDir], sets: [] })).toMatchObject({
      ok: true,
      succeeded: 2,
      failed: 0,
    });
    const none = await jvm.compile({ sources: program("return null;"), sets: [] });
    expect(await runJunit(engine, { classes: [none.classesDir], sets: [] })).toMatchObject({ ok: false, succeeded: 0 });
  });

  test("a program that ends the JVM fails its job with a word about it, and later jobs too", async () => {
    const other = await startJvm(engine);
    const { classesDir } = await other.compile({ sources: program("System.exit(3); return null;"), sets: [] });
    const job = { classes: [classesDir], sets: [], mainClass: "Main" };
    await expect(other.run(job)).rejects.toThrow("the JVM ended before its answer");
    await expect(other.run(job)).rejects.toThrow("the JVM has ended");
    await other.stop();
  });
});
