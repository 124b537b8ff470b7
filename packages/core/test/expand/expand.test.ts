import { describe, expect, test } from "vitest";
import { facet } from "../../src/2-normalize/model.ts";
import type { CompileInput } from "../../src/plugin/compile-input.ts";
import { compileText, findings, only } from "../compile/compiling.ts";

type More = Omit<CompileInput, "sources">;

/** The policy of `A`, as its block says it. */
function policy(text: string, more: More = {}): ReturnType<typeof facet<"fault_tolerance">> {
  const compilation = compileText(text, more);
  expect(compilation.diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  const component = compilation.model.components.find((one) => one.name === "A");
  return component && facet(component, "fault_tolerance");
}

const found = (text: string, more: More = {}): readonly string[] =>
  findings(compileText(text, more)).filter((one) => !one.startsWith("note"));

describe("[G3] constants", () => {
  test("stand for their value, wherever a value stands, and for others", () => {
    const text =
      "let short: $base let base: 2s\nlet on: [timeout]\nfault_tolerance A { timeout: $short retry: { on: $on } }";
    expect(policy(text)).toMatchObject({ timeout: { total: 2_000_000 }, retry: { on: ["timeout"] } });
  });

  test("may be groups, and their fields are where they are written", () => {
    expect(policy("let often: { max_attempts: 5 }\nfault_tolerance A { retry: $often }")?.retry?.maxAttempts).toBe(5);
  });

  test("an enumeration's word is no constant, and a field may be called `let`", () => {
    expect(policy("let fixed: 9\nfault_tolerance A { retry: { backoff: fixed } }")?.retry?.backoff).toBe("fixed");
    expect(found('deploy_docker_compose A { services: [a], environment: { let: "x" } }')).not.toContain("error");
  });

  test("a wrong value is told where the constant is used", () => {
    const text = "let deadline: soon\nfault_tolerance A { timeout: $deadline }";
    const [error] = compileText(text).diagnostics;
    expect(text.slice(error?.span?.start, error?.span?.end)).toBe("$deadline");
  });
});

describe("[G3] templates", () => {
  const template = "template resilient { retry: { max_attempts: 4, delay: 50ms } timeout: 3s }\n";

  test("lie below what the block says, as deep as groups go", () => {
    const block = policy(`${template}fault_tolerance A { use resilient retry: { initial_delay: 70ms } }`);
    expect(block).toMatchObject({ retry: { maxAttempts: 4, initialDelay: 70_000 }, timeout: { total: 3_000_000 } });
  });

  test("a plain value below a group is the group that it stands for", () => {
    const block = policy("template t { retry: 4 }\nfault_tolerance A { use t retry: { backoff: none } }");
    expect(block?.retry).toMatchObject({ maxAttempts: 4, backoff: "none" });
  });

  test("may be used in groups, use others, and the last one used wins", () => {
    const text = `template gentle { max_attempts: 2 }\ntemplate eager { use gentle max_attempts: 6 }
      template none { backoff: none }\nfault_tolerance A { retry { use gentle use none, use eager } }`;
    expect(policy(text)?.retry).toMatchObject({ maxAttempts: 6, backoff: "none" });
  });

  test("whose body does not fit is told where it is written", () => {
    const text = "template t { retries: 3 }\nfault_tolerance A { use t }";
    const unknown = only(compileText(text).diagnostics, "core/unknown-field");
    expect(text.slice(unknown.span?.start, unknown.span?.end)).toBe("retries");
  });
});

describe("[G3] environments", () => {
  const text = `let deadline: 2s
    fault_tolerance A { timeout: $deadline, retry: 3 }
    env production { let deadline: 5s
      fault_tolerance A { retry: { backoff: none } }
      fault_tolerance B { retry: 2 } }
    env staging {}`;

  test("say otherwise only where they are chosen", () => {
    expect(policy(text)).toMatchObject({ timeout: { total: 2_000_000 }, retry: { backoff: "exponential_jitter" } });
    expect(policy(text, { environment: "staging" })?.timeout?.total).toBe(2_000_000);
    const chosen = policy(text, { environment: "production" });
    expect(chosen).toMatchObject({ timeout: { total: 5_000_000 }, retry: { maxAttempts: 3, backoff: "none" } });
  });

  test("may add blocks", () => {
    const names = (environment?: string): readonly string[] =>
      compileText(text, environment === undefined ? {} : { environment }).model.components.map((one) => one.name);
    expect(names()).toEqual(["A"]);
    expect(names("production")).toEqual(["A", "B"]);
  });

  test("what stands in one that is not chosen is still read as a text", () => {
    expect(found("env x { fault_tolerance A { retry: }\n}")).toEqual(["error core/missing-value"]);
  });
});

describe("suppressions", () => {
  const lock = 'fault_tolerance A { retry: { backoff: "exponential" } }';

  test("accept a finding of this code within what they stand before, and are counted", () => {
    const accepted = compileText(`@suppress("core/lock-step", "one caller")\n${lock}`);
    expect(compileText(lock).diagnostics.map((one) => one.code)).toContain("core/lock-step");
    expect(accepted.diagnostics.map((one) => one.code)).not.toContain("core/lock-step");
    expect(accepted.accepted).toBe(1);
  });

  test("that have nothing to accept are told, unless another environment may need them", () => {
    const unused = `@suppress("core/lock-step", "x")\nfault_tolerance A { retry: 3 }`;
    expect(found(unused)).toEqual(["warning core/suppression-unused"]);
    expect(found(`${unused}\nenv e {}`)).toEqual([]);
  });

  test("and other annotations that stand before nothing are told, not passed over", () => {
    const stray = [
      "fault_tolerance A { retry: 3 @deprecated }",
      "@deprecated",
      "fault_tolerance A { x: [@deprecated a] }",
    ];
    for (const text of stray) expect(found(text)).toContain("error core/misplaced");
  });

  test("stand before fields as well, and reach no further", () => {
    const field = 'fault_tolerance A { @suppress("core/lock-step", "one caller")\n retry: { backoff: "exponential" } }';
    expect(compileText(field).accepted).toBe(1);
    expect(compileText(`@suppress("core/lock-step", "x")\nload_balancer B {}\n${lock}`).accepted).toBe(0);
  });
});

test("[G19] what is known only where the system runs is no value that dpm computes with", () => {
  expect(found('fault_tolerance A { timeout: secret("db/timeout") }')).toEqual(["error core/supplied-value"]);
});

test("the new words are words still, where they cannot be anything else", () => {
  const text = `fault_tolerance use { retry: 3 }\nfault_tolerance raw { retry: 3 }\nload_balancer import { calls: [use, raw] }`;
  expect(found(text)).toEqual([]);
});
