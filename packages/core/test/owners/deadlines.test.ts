import { describe, expect, test } from "vitest";
import { deadlines, withMargin, type Deadlines } from "../../src/2-normalize/deadlines.ts";
import { componentOf, concerns, edgesTo, type Concern, type Layer } from "../../src/2-normalize/model.ts";
import { compileText, layerTarget, target } from "../compile/compiling.ts";

const gateway = `load_balancer Gateway { calls: [Shop] }`;
const on = (name: Layer, able: readonly Concern[] = concerns) => target(layerTarget(name, name, able));
const three = [on("gateway"), on("mesh"), on("in_process")];

/** What each target states, in milliseconds, outermost first. */
function stated(timeout: string, targets = three, choice = ""): Readonly<Record<string, object>> {
  const { model } = compileText(`fault_tolerance Shop { retry: 3, ${timeout} ${choice} }\n${gateway}`, { targets });
  const [edge] = edgesTo(model, "Shop");
  const callee = componentOf(model, "Shop");
  if (!edge || !callee) throw new Error("no edge");
  return Object.fromEntries(edge.layers.map((layer) => [layer.target, plain(deadlines(edge, callee, layer.target))]));
}

function plain({ total, perAttempt, connect }: Deadlines): object {
  return {
    ...(total && { total: total.value / 1000 }),
    ...(perAttempt && { perAttempt: perAttempt.value / 1000 }),
    connect: connect.value / 1000,
  };
}

describe("deadlines nest around the owner of the retries", () => {
  test("it states the total and the limit of an attempt, layers outside it the total and a tenth more", () => {
    expect(stated(`timeout: { total: "10s", per_attempt: "3s" }`)).toEqual({
      gateway: { total: 11_000, connect: 1000 },
      mesh: { total: 11_000, connect: 1000 },
      in_process: { total: 10_000, perAttempt: 3000, connect: 1000 },
    });
  });

  test("layers inside it see one attempt", () => {
    expect(
      stated(`timeout: { total: "10s", per_attempt: "3s", connect: "200ms" }`, three, `owners: { retry: "mesh" }`),
    ).toEqual({
      gateway: { total: 11_000, connect: 200 },
      mesh: { total: 10_000, perAttempt: 3000, connect: 200 },
      in_process: { total: 3000, connect: 200 },
    });
  });

  test("where no limit of an attempt is written, layers inside it have the total", () => {
    expect(stated(`timeout: "10s"`, three, `owners: { retry: "gateway" }`)).toEqual({
      gateway: { total: 10_000, connect: 1000 },
      mesh: { total: 10_000, connect: 1000 },
      in_process: { total: 10_000, connect: 1000 },
    });
  });

  test("the margin is at least a quarter of a second, and a tenth from two and a half seconds on", () => {
    expect(withMargin(1_000_000)).toBe(1_250_000);
    expect(withMargin(2_500_000)).toBe(2_750_000);
    expect(withMargin(2_500_010)).toBe(2_750_011);
    expect(withMargin(2_500_011)).toBe(2_750_013);
  });

  test("without a total nothing is added to it; without any timeout only the connection has a limit", () => {
    expect(stated(`timeout: { per_attempt: "3s" }`)).toEqual({
      gateway: { connect: 1000 },
      mesh: { connect: 1000 },
      in_process: { perAttempt: 3000, connect: 1000 },
    });
    expect(stated("")["gateway"]).toEqual({ connect: 1000 });
  });

  test("without an owner of retries the innermost layer states the deadlines as they are written", () => {
    const able = ["fallback"] as const;
    expect(stated(`timeout: "10s"`, [on("gateway", able), on("in_process", able)])).toEqual({
      gateway: { total: 11_000, connect: 1000 },
      in_process: { total: 10_000, connect: 1000 },
    });
  });

  test("in order: no layer's deadline comes before that of a layer inside it", () => {
    for (const owner of ["gateway", "mesh", "in_process"]) {
      const totals = Object.values(
        stated(`timeout: { total: "2s", per_attempt: "500ms" }`, three, `owners: { retry: "${owner}" }`),
      ).map((one) => (one as { readonly total: number }).total);
      expect(totals).toEqual(totals.toSorted((one, other) => other - one));
    }
  });

  test("whoever is not on the edge states nothing of its own", () => {
    const { model } = compileText(`fault_tolerance Shop { timeout: "2s" }`, { targets: [on("mesh")] });
    const [edge] = edgesTo(model, "Shop");
    const callee = componentOf(model, "Shop");
    if (!edge || !callee) throw new Error("no edge");
    expect(plain(deadlines(edge, callee, "stranger"))).toEqual({ connect: 1000 });
  });

  test("every derived number knows what it came from", () => {
    const { model } = compileText(`fault_tolerance Shop { retry: 3, timeout: "10s" }\n${gateway}`, { targets: three });
    const [edge] = edgesTo(model, "Shop");
    const callee = componentOf(model, "Shop");
    if (!edge || !callee) throw new Error("no edge");
    expect(deadlines(edge, callee, "gateway").total?.origins).toMatchObject([
      { kind: "decision", from: [{ kind: "written", path: "fault_tolerance Shop.timeout.total" }] },
    ]);
    expect(deadlines(edge, callee, "gateway").connect.origins).toMatchObject([{ kind: "default" }]);
  });
});
