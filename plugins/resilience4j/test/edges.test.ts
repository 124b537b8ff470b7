import { readFileSync } from "node:fs";
import { describeEngine, startJvm } from "@dpm/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { classOf, javaSources } from "./generated.ts";

const harness = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, readFileSync(new URL(`java/${name}`, import.meta.url), "utf8")]));

const shop = `fault_tolerance Shop {
  timeout: "400ms"
  retry: { max_attempts: 3, backoff: "fixed", initial_delay: "10ms" }
  circuit_breaker: { failure_threshold: 100 }
  bulkhead: { max_concurrent_calls: 1, max_wait_duration: "10s" }
  fallback: { strategy: "use_cache", default_response: "later" }
}
`;

describeEngine("jvm", (engine) => {
  let jvm: Awaited<ReturnType<typeof startJvm>>;
  beforeAll(async () => void (jvm = await startJvm(engine)));
  afterAll(() => jvm.stop());

  async function compile(sources: Readonly<Record<string, string>>): Promise<string> {
    const compiled = await jvm.compile({ sources, sets: ["resilience4j"] });
    expect(compiled.diagnostics.filter((one) => one.kind === "ERROR")).toEqual([]);
    return compiled.classesDir;
  }

  describe("a policy with one place, two cached answers and 400 ms", () => {
    let classes: string;
    beforeAll(
      async () =>
        void (classes = await compile({
          ...harness("Edges.java"),
          ...javaSources(shop, { target: { cache_entries: 2 } }),
        })),
    );
    const sees = async (what: string): Promise<string> => {
      const result = await jvm.run({ mainClass: "Edges", classes: [classes], sets: ["resilience4j"], args: [what] });
      return result.ok ? result.value : JSON.stringify(result);
    };

    test("answers at the deadline when the work is deaf, and keeps its place until it has really ended", async () => {
      expect(await sees("deaf")).toBe("TimeoutException true BulkheadFullException c");
    });
    test("a caller that leaves gets no fallback, stops its work, and is nothing for the breaker", async () => {
      expect(await sees("cancelled")).toBe("InterruptedException true 0");
    });
    test("a probe whose caller leaves does not block the half-open breaker", async () => {
      expect(await sees("cancelled-probe")).toBe("b CLOSED");
    });
    test("a caller that is interrupted while it waits for its place leaves, and the place stays free", async () => {
      expect(await sees("waiting")).toBe("InterruptedException false a");
    });
    test("forgets the answer that was used longest ago", async () => {
      expect(await sees("bounded")).toBe("a a IOException c");
    });
    test("a mapper that fails does not hide the original error", async () => {
      expect(await sees("mapper")).toBe("java.io.IOException: down java.lang.IllegalStateException: unreadable");
    });
    test("closing interrupts what runs and takes no more calls", async () => {
      expect(await sees("close")).toBe("true RejectedExecutionException");
    });
    test("an Error passes everything by and gives its place back", async () => {
      expect(await sees("error")).toBe("StackOverflowError b");
    });
    test("the caller's predicate says what is tried again and replaced; a deadline needs none", async () => {
      expect(await sees("predicate")).toBe('"later" 3 IOException "later"');
    });
    test("a thread that gets its turn when its place is free again does not begin", async () => {
      expect(await sees("late-start")).toBe("InterruptedException 0");
    });
    test("a deadline that comes during the work says whose it was", async () => {
      expect(await sees("cut-off")).toMatch(/^Shop did not answer in time, because of .*TimeoutException$/);
    });
  });

  async function seesOf(dpm: string, what: string): Promise<string> {
    const classes = await compile({ ...harness("Edges.java"), ...javaSources(dpm) });
    const ran = await jvm.run({ mainClass: "Edges", classes: [classes], sets: ["resilience4j"], args: [what] });
    return ran.ok ? ran.value : JSON.stringify(ran);
  }

  test("a caller that leaves while it waits for its place gets no fallback", async () => {
    expect(await seesOf(shop.replace("400ms", "15s"), "queued")).toBe("InterruptedException");
  });
  test("a deadline that comes during a pause says what had failed", async () => {
    expect(
      await seesOf(shop.replace("10ms", "350ms").replace("max_attempts: 3", "max_attempts: 2"), "last-pause"),
    ).toBe("Shop did not answer in time, because of java.io.IOException: down");
  });

  describe("exceptions", () => {
    const unsent = ["ConnectException", "NoRouteToHostException", "UnknownHostException", "UnresolvedAddressException"];
    const unconnected = [
      ...unsent,
      "HttpConnectTimeoutException",
      "SocketTimeoutException Connect timed out",
      "SocketTimeoutException connect timed out",
    ];
    const timeouts = ["SocketTimeoutException Read timed out", "SocketTimeoutException null", "HttpTimeoutException"];
    async function asked(on: string, ...args: readonly string[]): Promise<string> {
      const dpm = `fault_tolerance Shop { retry: { max_attempts: 2, initial_delay: "1ms"${on} } }`;
      const classes = await compile({ ...harness("Causes.java"), ...javaSources(dpm) });
      const ran = await jvm.run({ mainClass: "Causes", classes: [classes], sets: ["resilience4j"], args });
      return ran.ok ? ran.value : JSON.stringify(ran);
    }
    /** Those after which the work was called a second time. */
    async function triedAgain(on: string, idempotent: boolean): Promise<readonly string[]> {
      const lines = (await asked(on, String(idempotent), "calls")).split("\n");
      expect(lines.length).toBe(unconnected.length + timeouts.length + 1);
      expect(lines.every((line) => /: [12]$/.test(line))).toBe(true);
      return lines.filter((line) => line.endsWith(": 2")).map((line) => line.slice(0, -3));
    }

    test("of a connection that was not made are tried again also where the request is not idempotent", async () => {
      expect(await triedAgain("", false)).toEqual(unconnected);
    });
    test("of a connection that was not made in time are connect failures, not timeouts", async () => {
      expect(await triedAgain(', on: ["connect_failure"]', true)).toEqual(unconnected);
      expect(await triedAgain(', on: ["timeout"]', true)).toEqual(timeouts);
    });
    test("of a real socket that nobody accepts in time are such", async () => {
      expect(await asked("", "false", "unanswered")).toBe("2");
    });
  });

  describe("pauses", () => {
    const doubling = 'max_attempts: 8, initial_delay: "20ms", max_delay: "100ms", multiplier: 2';
    const pauses = async (backoff: string, numbers = doubling): Promise<readonly number[]> => {
      const generated = javaSources(`fault_tolerance Shop { retry: { backoff: "${backoff}", ${numbers} } }`);
      const classes = await compile({ ...harness("Pauses.java", "Policy.java"), ...generated });
      const args = [classOf(Object.keys(generated)[0] ?? "")];
      const result = await jvm.run({ mainClass: "Pauses", classes: [classes], sets: ["resilience4j"], args });
      if (!result.ok) throw new Error(JSON.stringify(result));
      return JSON.parse(result.value) as readonly number[];
    };
    /** A busy machine wakes late, never early. */
    const slack = 200;
    const expectAtLeast = (found: readonly number[], least: readonly number[]): void => {
      expect(found.map((pause, index) => pause >= (least[index] ?? 0) && pause < (least[index] ?? 0) + slack)).toEqual(
        least.map(() => true),
      );
    };

    test("fixed ones are all alike", async () => expectAtLeast(await pauses("fixed"), [20, 20, 20, 20, 20, 20, 20]));
    test("linear ones grow by the first, up to the longest", async () =>
      expectAtLeast(await pauses("linear"), [20, 40, 60, 80, 100, 100, 100]));
    test("exponential ones double, up to the longest", async () =>
      expectAtLeast(await pauses("exponential"), [20, 40, 80, 100, 100, 100, 100]));
    test("jittered ones are shares of the exponential ones, not all the whole", async () => {
      const found = await pauses("exponential_jitter");
      const whole = (index: number): number => [20, 40, 80][index] ?? 100;
      expect(found.length).toBe(7);
      expect(found.every((pause, index) => pause < whole(index) + slack)).toBe(true);
      expect(found.some((pause, index) => pause < 0.9 * whole(index))).toBe(true);
    });
    test("jittered ones may be none at all", async () => {
      const found = await pauses("exponential_jitter", 'max_attempts: 40, initial_delay: "1ms", max_delay: "1ms"');
      expect(found.length).toBe(39);
      expect(Math.min(...found)).toBeLessThan(1);
    });
    test("decorrelated ones begin with the first and are at most three times the one before", async () => {
      const found = await pauses("decorrelated_jitter");
      expectAtLeast(found.slice(0, 1), [20]);
      expect(
        found.every(
          (pause, index) => pause >= 20 && (index === 0 || pause <= Math.min(100, 3 * (found[index - 1] ?? 0)) + slack),
        ),
      ).toBe(true);
      expect(new Set(found.map(Math.round)).size).toBeGreaterThan(2);
    });
  });
});
