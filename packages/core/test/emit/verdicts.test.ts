import { describe, expect, test } from "vitest";
import type { Compilation } from "../../src/compile.ts";
import { decided } from "../../src/2-normalize/decided.ts";
import { take } from "../../src/2-normalize/origin.ts";
import type { Plugin } from "../../src/plugin/define-plugin.ts";
import { compileText, findings, only, target } from "../compile/compiling.ts";
import { problem } from "../compile/problem.ts";
import { everything, speaking } from "./speaking.ts";

const shop = (body: string): string => `fault_tolerance Shop { ${body} }`;
const run = (body: string, ...plugins: readonly Plugin[]): Compilation =>
  compileText(shop(body), { targets: plugins.map((one) => target(one)) });

/** Each line of the report as `path target verdict`. */
function lines({ report }: Compilation): readonly string[] {
  return report.fields.flatMap((field) => [
    ...field.verdicts.map((one) => `${field.path} ${one.target} ${one.verdict}`),
    ...(field.verdicts.length === 0 ? [field.path] : []),
  ]);
}

const wordOf = { name: "fault_tolerance Shop" };

describe("the report has one line for each written field and each target that takes its block", () => {
  const takeAll = (name: string, layer: "mesh" | "rpc" = "mesh"): Plugin =>
    speaking(
      (block, on) =>
        (["retry", "timeout", "bulkhead", "fallback"] as const).map((field) => void on.byDefault(block, field)),
      { name, layer },
    );

  test("fields of groups and of free JSON each, unwritten ones never", () => {
    const found = run(
      `retry: { max_attempts: 2, on: [timeout] }, fallback: { default_response: { a: { b: 1 } } }`,
      takeAll("a"),
    );
    expect(lines(found)).toEqual([
      `${wordOf.name}.retry.max_attempts a by-default`,
      `${wordOf.name}.retry.on a by-default`,
      `${wordOf.name}.fallback.default_response.a.b a by-default`,
    ]);
    expect(found.report.summary).toEqual({
      fields: 3,
      counts: { exact: 3, approximated: 0, elsewhere: 0, impossible: 0 },
      untaken: 0,
    });
  });

  test("a value that stands for a group goes by the group's name", () => {
    expect(lines(run(`retry: 2, timeout: "1s", bulkhead: 5`, takeAll("a")))).toEqual(
      ["retry", "timeout", "bulkhead"].map((field) => `${wordOf.name}.${field} a by-default`),
    );
  });

  test("what nobody wrote and a target cannot express is said of the group around it, once, and not counted", () => {
    const denies = speaking((block, on) => {
      for (const field of ["maxAttempts", "on"] as const) if (block.retry) on.byDefault(block.retry, field);
      for (const field of ["backoff", "initialDelay"] as const)
        if (block.retry) on.impossible(block.retry, field, problem);
      if (block.timeout) on.byDefault(block, "timeout");
      return [];
    });
    const found = run(`retry: { max_attempts: 2, initial_delay: "1ms" }, timeout: "1s"`, denies, takeAll("b", "rpc"));
    const group = found.report.fields.find((one) => one.unwritten);
    expect(found.report.fields.filter((one) => one.unwritten)).toHaveLength(1);
    expect(group).toMatchObject({ path: `${wordOf.name}.retry`, unwritten: ["backoff"] });
    expect(group?.verdicts).toEqual([{ target: "a", verdict: "impossible", reason: problem }]);
    expect(found.report.summary.fields).toBe(3);
    expect(found.report.summary.counts).toMatchObject({ exact: 3, impossible: 0 });
  });

  test("what one target leaves to another counts as that one says, and as elsewhere where it says nothing", () => {
    const leaves = (owner: string): Plugin =>
      speaking(
        (block, on) => {
          on.elsewhere(block, "retry", owner);
          return [];
        },
        { name: "b", layer: "rpc" },
      );
    const cannot = speaking((block, on) => {
      on.impossible(block, "retry", problem);
      return [];
    });
    expect(run("retry: 2", cannot, leaves("a")).report.summary.counts).toMatchObject({ elsewhere: 0, impossible: 1 });
    expect(run("retry: 2", leaves("stranger")).report.summary.counts).toMatchObject({ elsewhere: 1, impossible: 0 });
  });

  test("two targets have a line each, where both act", () => {
    expect(lines(run("retry: 2", takeAll("a"), takeAll("b", "rpc")))).toEqual([
      `${wordOf.name}.retry a by-default`,
      `${wordOf.name}.retry b by-default`,
    ]);
  });

  test("a block on which no target acts has lines without a verdict, a kind that none takes is one line", () => {
    const source = `${shop("retry: 2")}\nmetrics Shop { retry: { calls: counter } }\nmetrics Cart { retry: { calls: counter, more: gauge } }`;
    const away = target(takeAll("a"), { components: ["Cart"] });
    const { report } = compileText(source, { targets: [away] });
    expect(report.fields.map((one) => [one.path, one.verdicts])).toEqual([[`${wordOf.name}.retry`, []]]);
    expect(report.untaken).toEqual([{ kind: "metrics", names: ["Shop", "Cart"] }]);
    expect(report.summary).toMatchObject({ fields: 4, untaken: 4 });
  });

  test("the targets are listed with the version that is meant", () => {
    const { report } = compileText(shop("retry: 2"), {
      targets: [target(takeAll("a"), { version: ">=1.24" }), target(takeAll("b", "rpc"))],
    });
    expect(report.targets).toEqual([
      { name: "a", version: "1.24" },
      { name: "b", version: "1.5" },
    ]);
  });
});

describe("a field that is used several times", () => {
  test("has the worst of its verdicts", () => {
    const several = speaking(({ retry }, on) => {
      if (!retry) return [];
      on.elsewhere(retry, "maxAttempts", "b");
      on.impossible(retry, "backoff", problem);
      return [
        on.exact(retry, "maxAttempts"),
        on.exact(retry, "backoff"),
        on.exact(retry, "initialDelay"),
        on.approximated(retry, "initialDelay", problem),
        on.byDefault(retry, "maxDelay"),
        on.exact(retry, "maxDelay"),
      ];
    });
    const found = run(`retry: { max_attempts: 2, backoff: fixed, initial_delay: "1ms", max_delay: "2ms" }`, several);
    expect(findings(found).filter((one) => one.startsWith("error"))).toEqual([]);
    expect(lines(found)).toEqual(
      [
        "max_attempts a elsewhere",
        "backoff a impossible",
        "initial_delay a approximated",
        "max_delay a by-default",
      ].map((line) => `${wordOf.name}.retry.${line}`),
    );
  });

  test("counts in the summary by the best of all targets", () => {
    const saying = (verdict: "impossible" | "elsewhere", name: string, layer: "mesh" | "rpc"): Plugin =>
      speaking(
        (block, on) => {
          if (verdict === "impossible") on.impossible(block, "retry", problem);
          else on.elsewhere(block, "retry", "x");
          return [];
        },
        { name, layer },
      );
    const both = run("retry: 2", saying("impossible", "a", "mesh"), saying("elsewhere", "b", "rpc"));
    expect(both.report.summary.counts).toEqual({ exact: 0, approximated: 0, elsewhere: 1, impossible: 0 });
  });
});

describe("a verdict on a group", () => {
  test("covers what has none of its own, and the nearest group counts", () => {
    const grouped = speaking((block, on) => {
      const { circuitBreaker } = block;
      on.impossible(block, "circuitBreaker", problem);
      if (circuitBreaker) on.elsewhere(circuitBreaker, "failureThreshold", "b");
      return [circuitBreaker && on.exact(circuitBreaker, "resetTimeout")];
    });
    const body = `circuit_breaker: { failure_threshold: { failures: 5 }, reset_timeout: "1s", minimum_request_count: 3 }`;
    expect(lines(run(body, grouped))).toEqual(
      ["failure_threshold.failures a elsewhere", "minimum_request_count a impossible", "reset_timeout a exact"].map(
        (line) => `${wordOf.name}.circuit_breaker.${line}`,
      ),
    );
  });

  test("that claims to be expressed is believed for a field if the group or the field was printed", () => {
    const printing = (part: "group" | "field" | "other"): Plugin =>
      speaking((block, on) => {
        const whole = on.exact(block, "retry");
        const { retry } = block;
        if (part === "group") return [whole];
        return [retry && take(retry, part === "field" ? "maxAttempts" : "multiplier")];
      });
    expect(findings(run("retry: { max_attempts: 2 }", printing("group")))).toEqual([]);
    expect(findings(run("retry: { max_attempts: 2 }", printing("field")))).toEqual([]);
    const lost = run("retry: { max_attempts: 2, multiplier: 3 }", printing("other"));
    expect(only(lost.diagnostics, "core/origin-lost").params["field"]).toBe(
      "`fault_tolerance Shop.retry.max_attempts`",
    );
  });

  test("that is written without anything in it has the worst verdict on what stands there unwritten", () => {
    const inside = speaking(({ retry, bulkhead }, on) => {
      if (bulkhead) on.impossible(bulkhead, "maxWaitDuration", problem);
      return [retry && on.exact(retry, "maxAttempts"), bulkhead && on.exact(bulkhead, "maxConcurrentCalls")];
    });
    expect(lines(run("retry: {}, bulkhead: {}", inside))).toEqual([
      `${wordOf.name}.retry a exact`,
      `${wordOf.name}.bulkhead a impossible`,
    ]);
    const silent = run(
      "retry: {}",
      speaking(() => []),
    );
    expect(only(silent.diagnostics, "core/verdict-missing").params["field"]).toBe("`fault_tolerance Shop.retry`");
  });

  test("that has nothing in it at all says nothing, so nothing is missing", () => {
    expect(
      lines(
        run(
          "owners: {}",
          speaking(() => []),
        ),
      ),
    ).toEqual([`${wordOf.name}.owners a by-default`]);
  });
});

describe("what a target says is held against what it declared", () => {
  const fields = { ...everything, retry: ["exact", "impossible"] } as const;
  const says = (verdict: "exact" | "byDefault"): Plugin =>
    speaking((block, on) => [on[verdict](block, "retry")], { fields });

  test("a verdict that is not in its support table is a bug of the target's", () => {
    expect(findings(run("retry: 2", says("exact")))).toEqual(["note core/retry-shorthand"]);
    const found = run("retry: 2", says("byDefault"));
    expect(only(found.diagnostics, "core/verdict-undeclared").message).toBe(
      "target `a` says `by-default` of `fault_tolerance Shop.retry`, which its support table does not declare",
    );
    expect(found.artifacts).toEqual([]);
  });

  test("who only reads a part of a kind need not speak of the rest, which nobody takes then", () => {
    const reads: Plugin = {
      ...speaking((block, on) => [on.exact(block, "idempotent")]),
      support: { fault_tolerance: { layer: "mesh", partial: true, fields: { idempotent: ["exact"] } } },
    };
    const found = run(`retry: { max_attempts: 2 }, idempotent: true`, reads);
    expect(findings(found)).toEqual([]);
    expect(lines(found)).toEqual([`${wordOf.name}.retry.max_attempts`, `${wordOf.name}.idempotent a exact`]);
    expect(found.report.summary).toMatchObject({ fields: 2, counts: { exact: 1 }, untaken: 1 });
  });

  test("one that is declared from a version on is a bug before it", () => {
    const since = { ...fields, retry: { verdicts: ["exact", "impossible"], since: { exact: "1.29.6" } } } as const;
    const plugin = speaking((block, on) => [on.exact(block, "retry")], { fields: since });
    const at = (version: string): readonly string[] =>
      findings(compileText(shop("retry: { max_attempts: 2 }"), { targets: [target(plugin, { version })] }));
    expect(at("1.29.6")).toEqual([]);
    expect(at("1.30")).toEqual([]);
    expect(at("2")).toEqual([]);
    expect(at("1.29.5")).toEqual(["error core/verdict-undeclared"]);
    expect(at("1.9")).toEqual(["error core/verdict-undeclared"]);
  });

  test("a verdict on a group needs each written field in it to allow it", () => {
    const plugin = speaking((block, on) => (on.elsewhere(block, "timeout", "b"), []), {
      fields: { ...fields, timeout: { total: ["elsewhere"], perAttempt: ["exact"], connect: ["exact"] } },
    });
    expect(findings(run(`timeout: "1s"`, plugin))).toEqual([]);
    expect(findings(run(`timeout: { total: "1s", per_attempt: "1s" }`, plugin))).toEqual([
      "error core/verdict-undeclared",
    ]);
  });
});

describe("what a target says is held against what it printed", () => {
  test("a written field without any verdict is a bug of the target's", () => {
    const found = run(
      `retry: 2, timeout: "1s"`,
      speaking((block, on) => [on.exact(block, "retry")]),
    );
    expect(only(found.diagnostics, "core/verdict-missing").message).toBe(
      "target `a` says nothing about `fault_tolerance Shop.timeout`",
    );
    expect(found.artifacts).toEqual([]);
  });

  test("a claim of which nothing was printed is a bug: exact and approximated must come out", () => {
    for (const verdict of ["exact", "approximated"] as const) {
      const mute = speaking(
        (block, on) => (verdict === "exact" ? on.exact(block, "retry") : on.approximated(block, "retry", problem), []),
      );
      expect(only(run("retry: 2", mute).diagnostics, "core/origin-lost").params["verdict"]).toBe(verdict);
    }
  });

  test("what is by default, elsewhere or impossible need not be printed", () => {
    const mute = speaking((block, on) => {
      on.byDefault(block, "retry");
      on.elsewhere(block, "timeout", "b");
      on.impossible(block, "bulkhead", problem);
      return [];
    });
    expect(findings(run(`retry: 1, timeout: "1s", bulkhead: 3`, mute))).toEqual([]);
  });

  test("a number that was derived from a field counts as printed, however often it was derived", () => {
    const derived = speaking(({ timeout }, on) => {
      const total = timeout && on.exact(timeout, "total");
      return [decided("half of twice", 1, decided("twice", 2, total))];
    });
    expect(findings(run(`timeout: "1s"`, derived))).toEqual([]);
  });

  test("what another target printed does not count", () => {
    const mute = speaking((block, on) => (on.exact(block, "retry"), []));
    const printer = speaking((block, on) => [on.exact(block, "retry")], { name: "b", layer: "rpc" });
    expect(only(run("retry: 2", mute, printer).diagnostics, "core/origin-lost").params["target"]).toBe("a");
  });

  test("a target that refuses a model is not asked for more", () => {
    const refusing: Plugin = {
      ...speaking(() => []),
      emit: () => ({ artifacts: [], diagnostics: [{ ...problem, severity: "error" }] }),
    };
    expect(findings(run("retry: { max_attempts: 2 }", refusing))).toEqual(["error test/cannot"]);
    const warning: Plugin = {
      ...speaking(() => []),
      emit: () => ({ artifacts: [], diagnostics: [{ ...problem, severity: "warning" }] }),
    };
    expect(findings(run("retry: { max_attempts: 2 }", warning))).toEqual([
      "warning test/cannot",
      "error core/verdict-missing",
    ]);
  });
});

describe("being strict", () => {
  const plugin = speaking((block, on) => {
    on.impossible(block, "timeout", problem);
    on.elsewhere(block, "bulkhead", "b");
    return [on.approximated(block, "retry", problem)];
  });
  const source = shop(`retry: 2, timeout: "1s", bulkhead: 3`);
  const strictly = (...strict: readonly ("approximated" | "impossible" | "warning")[]): Compilation =>
    compileText(source, { targets: [target(plugin)], strict });

  test("makes errors of what is only approximated or cannot be expressed, at the fields, as asked", () => {
    const errors = (found: Compilation): readonly string[] =>
      found.diagnostics
        .filter((one) => one.severity === "error")
        .map((one) => `${one.span && source.slice(one.span.start, one.span.end)} ${one.message}`);
    expect(errors(strictly())).toEqual([]);
    expect(strictly().artifacts).toHaveLength(1);
    expect(errors(strictly("approximated"))).toEqual(["2 a only approximates fault_tolerance Shop.retry: it cannot"]);
    expect(errors(strictly("approximated", "impossible"))).toEqual([
      "2 a only approximates fault_tolerance Shop.retry: it cannot",
      '"1s" a cannot express fault_tolerance Shop.timeout: it cannot',
    ]);
    expect(strictly("impossible").artifacts).toEqual([]);
  });

  test("makes errors of warnings, each once", () => {
    expect(findings(strictly()).filter((one) => one.includes("hang-eats"))).toEqual([
      "warning core/hang-eats-attempts",
    ]);
    expect(findings(strictly("warning")).filter((one) => one.includes("hang-eats"))).toEqual([
      "error core/hang-eats-attempts",
    ]);
  });
});
