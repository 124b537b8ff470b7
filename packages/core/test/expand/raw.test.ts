import { describe, expect, test } from "vitest";
import { documentedIn } from "../../src/2-normalize/documented.ts";
import { docOf } from "../../src/2-normalize/origin.ts";
import { leavesOf, rawOf } from "../../src/2-normalize/raw.ts";
import type { AnyBlock } from "../../src/2-normalize/model.ts";
import { compileText, findings } from "../compile/compiling.ts";

function block(text: string): AnyBlock {
  const { model } = compileText(text);
  const [one] = model.components.flatMap((component) => component.facets);
  if (!one) throw new Error("no block was read");
  return one;
}

describe("[G19] what is supplied", () => {
  test("is a reference in the model, and no text that a rule could take for a secret", () => {
    const text =
      'deploy_kubernetes A { environment: { DB_PASSWORD: secret("database/password"), A_TOKEN: env("A_TOKEN") } }';
    expect(block(text)).toMatchObject({
      environment: {
        DB_PASSWORD: { from: "secret", name: "database/password" },
        A_TOKEN: { from: "env", name: "A_TOKEN" },
      },
    });
    expect(findings(compileText(text)).join()).not.toContain("core/secret-literal");
    const literal = compileText('deploy_kubernetes A { environment: { A_TOKEN: "env" } }').diagnostics;
    expect(literal.map(({ code, help }) => [code, help])).toContainEqual([
      "core/secret-literal",
      'write `secret("store/key")` instead, or `env("NAME")`, and set it where the service runs',
    ]);
  });
});

describe("raw", () => {
  const text = `template base { raw t { list: [{ a: 1 }, 2], kept: { x: 1 } } }
    fault_tolerance A { use base raw t { kept: { y: "2" }, list: [], none: {} } raw u { z: null } }`;

  test("is in the model by the target's name, a template's below the block's own", () => {
    const raw = { t: { kept: { x: 1, y: "2" }, list: [], none: {} }, u: { z: null } };
    expect(JSON.parse(JSON.stringify(block(text)))).toMatchObject({ raw });
  });

  test("gives a target its own leaves, each with its place", () => {
    const one = rawOf(block(text), "t");
    const leaves = one ? leavesOf(one) : [];
    expect(leaves.map(({ path, value }) => [path.join("."), value.value])).toEqual([
      ["kept.x", 1],
      ["kept.y", "2"],
      ["list", []],
      ["none", {}],
    ]);
    expect(leaves.map(({ value }) => (value.origins[0] as { readonly path?: string }).path)).toEqual([
      "fault_tolerance A.raw.t.kept.x",
      "fault_tolerance A.raw.t.kept.y",
      "fault_tolerance A.raw.t.list",
      "fault_tolerance A.raw.t.none",
    ]);
    expect(rawOf(block(text), "constructor")).toBeUndefined();
  });

  test("holds no reference to what is supplied", () => {
    const found = findings(compileText('fault_tolerance A { raw t { a: [env("B")] } }'));
    expect(found.join()).toContain("core/supplied-value");
  });

  test("is told where no target is of that name", () => {
    const { diagnostics, report } = compileText("fault_tolerance A { raw t { a: 1, b: [1, 2] } }");
    expect(diagnostics.map((one) => one.code)).toContain("core/raw-unheard");
    expect(report.raw.map(({ path, target, verdict }) => [path, target, verdict])).toEqual([
      ["fault_tolerance A.raw.t.a", "t", undefined],
      ["fault_tolerance A.raw.t.b", "t", undefined],
    ]);
    expect(report.fields).toEqual([]);
  });
});

describe("doc comments", () => {
  const text = `template base { /// below
      timeout: 2s }
    /// Orders, and
    /// their lines.
    fault_tolerance A {
      use base
      /// No more than that.
      retry: { /// Two.
        max_attempts: 2 }
      timeout: 1s
      raw t { /// Why.
        a: 1 }
    }`;

  test("are those of the block and of its fields", () => {
    const one = block(text);
    expect(docOf(one)).toBe("Orders, and\ntheir lines.");
    expect(docOf(one, "retry")).toBe("No more than that.");
    expect(docOf(one, "idempotent")).toBeUndefined();
    expect(documentedIn(one)).toEqual([
      "Orders, and\ntheir lines.",
      [
        { path: "retry", doc: "No more than that." },
        { path: "retry.max_attempts", doc: "Two." },
        { path: "timeout", doc: "below" },
        { path: "raw.t.a", doc: "Why." },
      ],
    ]);
  });

  test("are no part of the model's JSON", () => {
    expect(JSON.stringify(block(text))).not.toContain("Orders");
  });
});
