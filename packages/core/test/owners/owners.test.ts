import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompileInput, TargetInput } from "../../src/plugin/compile-input.ts";
import { concerns, edgesFrom, edgesTo, type Edge, type Layer } from "../../src/2-normalize/model.ts";
import type { Span } from "../../src/source/source-file.ts";
import { compileText, findings, layerTarget, only, target } from "../compile/compiling.ts";

const everything = `retry: 3, circuit_breaker: { failure_threshold: 5 }, bulkhead: 10, fallback: "return_empty"`;
const shop = `fault_tolerance Shop { ${everything} }\n`;
const gateway = `load_balancer Gateway { calls: [Shop] }\n`;
const service = `service_discovery Web { registry: "eureka", calls: [Shop] }\n`;

const layers: readonly Layer[] = ["in_process", "rpc", "mesh", "gateway"];
const all = (layer: Layer): TargetInput => target(layerTarget(layer, layer, concerns));

/** The edge to Shop, or the one of this caller. */
function edge(
  source: string,
  targets: readonly TargetInput[],
  more: Partial<CompileInput> = {},
  caller?: string,
): Edge {
  const { model } = compileText(source, { targets, ...more });
  const found = caller === undefined ? edgesTo(model, "Shop")[0] : edgesFrom(model, caller)[0];
  if (!found) throw new Error("no edge");
  return found;
}

const ownersOf = ({ owners }: Edge): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(owners).map(([concern, owner]) => [concern, owner.target]));
const namesOf = (one: Edge): readonly string[] => one.layers.map((layer) => layer.target);
const everywhere = (name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(concerns.map((concern) => [concern, name]));

describe("each concern of an edge has exactly one owner", () => {
  const subset = fc.uniqueArray(fc.record({ layer: fc.constantFrom(...layers), able: fc.subarray([...concerns]) }), {
    selector: (one) => one.layer,
  });

  test("the first of in_process, rpc, mesh and gateway that is on the edge and can, in whatever order they are configured", () => {
    fc.assert(
      fc.property(subset, fc.constantFrom("anyone", "gateway", "service"), (configured, from) => {
        const source = shop + { anyone: "", gateway, service }[from];
        const targets = configured.map(({ layer, able }) => target(layerTarget(layer, layer, able)));
        const found = edge(source, targets);
        const onEdge = layers.filter(
          (layer) => (layer !== "gateway" || from === "gateway") && configured.some((one) => one.layer === layer),
        );
        expect(found.from).toBe(from);
        expect([...namesOf(found)].sort()).toEqual([...onEdge].sort());
        for (const concern of concerns) {
          const able = onEdge.filter((layer) =>
            configured.some((one) => one.layer === layer && one.able.includes(concern)),
          );
          expect(found.owners[concern]?.target).toBe(able[0]);
          if (able[0]) expect(found.owners[concern]?.why.code).toBe("core/owner-first");
        }
      }),
    );
  });

  test("none where no configured target can, and none of what the policy does not have", () => {
    expect(ownersOf(edge(shop, []))).toEqual({});
    expect(ownersOf(edge('fault_tolerance Shop { timeout: "1s" }', layers.map(all)))).toEqual({});
    expect(ownersOf(edge("fault_tolerance Shop { retry: 2 }", [all("mesh")]))).toEqual({ retry: "mesh" });
  });

  test("different ones for different concerns", () => {
    const code = target(layerTarget("code", "in_process", ["circuit_breaker", "bulkhead"]));
    const mesh = target(layerTarget("mesh", "mesh", ["retry", "circuit_breaker"]));
    const owners = ownersOf(edge(shop + gateway, [mesh, code, all("gateway")]));
    expect(owners).toEqual({ retry: "mesh", circuit_breaker: "code", bulkhead: "code", fallback: "gateway" });
  });
});

describe("the layers of an edge", () => {
  test("stand outermost first: a gateway's call reaches the callee's process last, a service's call leaves its own process first", () => {
    const targets = layers.map(all);
    expect(namesOf(edge(shop + gateway, targets))).toEqual(["gateway", "mesh", "rpc", "in_process"]);
    expect(namesOf(edge(shop + service, targets))).toEqual(["in_process", "rpc", "mesh"]);
    expect(namesOf(edge(shop, targets))).toEqual(["mesh", "rpc", "in_process"]);
  });

  test("are the same whichever way round the targets are configured", () => {
    const there = edge(shop + gateway, layers.map(all));
    const back = edge(shop + gateway, layers.map(all).toReversed());
    expect(back).toEqual(there);
  });

  test("do not have the gateway where nobody declares that it calls", () => {
    expect(namesOf(edge(`${shop}load_balancer Gateway {}`, [all("gateway")]))).toEqual([]);
    const { model } = compileText(`${shop}load_balancer Gateway {}`, { targets: [all("gateway")] });
    expect(model.edges.map(({ from, callee }) => [from, callee])).toEqual([
      ["anyone", "Shop"],
      ["anyone", "Gateway"],
    ]);
  });

  test("are none where the callee has no policy, and never a registry or a platform", () => {
    expect(namesOf(edge(`metrics Shop {}`, layers.map(all)))).toEqual([]);
    const others = (["registry", "platform"] as const).map(all);
    expect(namesOf(edge(shop, others))).toEqual([]);
    expect(ownersOf(edge(shop, others))).toEqual({});
  });

  test("do not need a declared caller to be anyone else's: a component that nobody is declared to call is called by anyone", () => {
    const { model } = compileText(`${shop}${gateway}${service}`);
    expect(model.edges.map(({ from, caller, callee }) => [from, caller, callee])).toEqual([
      ["gateway", "Gateway", "Shop"],
      ["service", "Web", "Shop"],
      ["anyone", undefined, "Gateway"],
      ["anyone", undefined, "Web"],
    ]);
  });

  test("are those of a gateway where one of the caller's blocks is a load balancer that passes calls on, in any order of blocks", () => {
    const blocks = [gateway, `service_discovery Gateway { registry: "eureka", calls: [Shop] }\n`];
    for (const order of [blocks, blocks.toReversed()]) {
      const { model } = compileText(shop + order.join(""));
      expect(edgesTo(model, "Shop").map((one) => one.from)).toEqual(["gateway"]);
    }
  });

  test("belong to calls that go round in a circle too", () => {
    const { model, diagnostics } = compileText("fault_tolerance A { calls: [B] } fault_tolerance B { calls: [A] }");
    expect(diagnostics).toEqual([]);
    expect(model.edges.map(({ caller, callee }) => `${caller} ${callee}`)).toEqual(["A B", "B A"]);
  });
});

describe("references in calls", () => {
  test("may join their words in another way, and name one edge however often they do", () => {
    const { model, diagnostics } = compileText(
      `fault_tolerance OrderService {} service_discovery Web { registry: "eureka", calls: ["order-service", order_service, OrderService] }`,
    );
    expect(diagnostics).toEqual([]);
    expect(edgesFrom(model, "Web").map((one) => one.callee)).toEqual(["OrderService"]);
  });

  test("prefer the exact name, and are refused where several names have the same words", () => {
    const two = "fault_tolerance OrderService {} fault_tolerance order_service {}";
    const exact = compileText(
      `${two} metrics Web {} service_discovery Web { registry: "eureka", calls: [order_service] }`,
    );
    expect(edgesFrom(exact.model, "Web").map((one) => one.callee)).toEqual(["order_service"]);
    const vague = compileText(`${two} service_discovery Web { registry: "eureka", calls: ["order-service"] }`);
    expect(only(vague.diagnostics, "core/ambiguous-reference").message).toBe(
      "`order-service` may mean `OrderService` or `order_service`",
    );
  });

  test("are not reported where what they name could not be read", () => {
    const { diagnostics } = compileText(
      `fault_tolerance Shop { retry: "often" }\nload_balancer Gateway { calls: [Shop, Shpo] }`,
    );
    expect(diagnostics.map((one) => one.code)).toEqual(["core/wrong-type", "core/dangling-reference"]);
    expect(diagnostics[1]?.label).toBe("did you mean `Shop`?");
  });
});

describe("a user's choice of owner", () => {
  const choice = (field: string): string => `fault_tolerance Shop { ${everything}, owners: { ${field} } }\n${gateway}`;
  const targets = [all("in_process"), all("mesh"), all("gateway")];

  test("is followed, by the target's name or by the layer, in the block", () => {
    const named = edge(choice(`retry: "gateway", fallback: "mesh"`), targets);
    expect(ownersOf(named)).toEqual({ ...everywhere("in_process"), retry: "gateway", fallback: "mesh" });
    expect(named.owners.retry?.why).toMatchObject({ code: "core/owner-chosen" });
    const istio = target(layerTarget("istio", "mesh", concerns));
    expect(ownersOf(edge(choice(`circuit_breaker: "mesh"`), [all("in_process"), istio]))["circuit_breaker"]).toBe(
      "istio",
    );
  });

  test("in the configuration comes before one in the block", () => {
    const found = edge(choice(`retry: "gateway"`), targets, { owners: { Shop: { retry: "mesh" } } });
    expect(found.owners.retry).toMatchObject({ target: "mesh", why: { code: "core/owner-configured" } });
  });

  test("that no layer on the way can follow is an error, at the choice, with those that can", () => {
    const unable = compileText(choice(`retry: "nobody"`), { targets });
    const found = only(unable.diagnostics, "core/unknown-owner");
    expect(found).toMatchObject({ severity: "error", help: "choose one of: `gateway`, `mesh`, `in_process`" });
    expect(found.span && choice(`retry: "nobody"`).slice(found.span.start, found.span.end)).toBe('"nobody"');
    expect(unable.artifacts).toEqual([]);
  });

  test("of a gateway that is not on the way is an error too, also where no layer is on the way at all", () => {
    const away = `fault_tolerance Shop { retry: { max_attempts: 2 }, owners: { retry: "gateway" } }`;
    for (const configured of [[all("in_process"), all("gateway")], [all("gateway")]]) {
      const { diagnostics } = compileText(away, { targets: configured });
      expect(only(diagnostics, "core/unknown-owner").message).toBe("`gateway` cannot own retry of the calls to `Shop`");
    }
    expect(findings(compileText(away))).toEqual([]);
  });

  test("that only some ways can follow is said of each that cannot, with who owns it there", () => {
    const source = `${choice(`retry: "gateway", fallback: "gateway"`)}${service}service_discovery Other { registry: "eureka", calls: [Shop] }`;
    const code = target(layerTarget("code", "in_process", ["retry"]));
    const { diagnostics } = compileText(source, { targets: [code, all("gateway")] });
    const notes = diagnostics.filter((one) => one.code === "core/owner-not-followed");
    expect(notes.map(({ severity, message }) => `${severity} ${message}`).toSorted()).toEqual(
      ["fallback", "retry"].flatMap((concern) =>
        ["Other", "Web"].map(
          (caller) =>
            `note \`gateway\` cannot own ${concern} of the calls from \`${caller}\` to \`Shop\`: ${concern === "retry" ? "`code` owns it there" : "nobody owns it there"}`,
        ),
      ),
    );
    const [first] = notes;
    const text = ({ start, end }: Span): string => source.slice(start, end);
    expect(first?.span && text(first.span)).toBe('"gateway"');
    expect(first?.related?.map(({ span }) => span && text(span))).toEqual(["Shop"]);
  });

  test("that every way follows is not mentioned", () => {
    const { diagnostics } = compileText(`${choice(`retry: "mesh"`)}${service}`, { targets });
    expect(diagnostics.filter((one) => one.code === "core/owner-not-followed")).toEqual([]);
  });

  test("of something that the policy does not have is a warning", () => {
    const { diagnostics } = compileText(`fault_tolerance Shop { retry: 2, owners: { bulkhead: "mesh" } }`, { targets });
    expect(only(diagnostics, "core/owner-of-nothing").severity).toBe("warning");
  });

  test("for a component that there is not is a warning, with the one that may be meant", () => {
    const { diagnostics } = compileText(shop, { targets, owners: { Shpo: { retry: "mesh" } } });
    expect(only(diagnostics, "core/configured-name-unknown")).toMatchObject({
      severity: "warning",
      help: "write `Shop`",
    });
  });

  test("never comes from a name that every object has", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      const found = compileText(`fault_tolerance ${name} { retry: 1 }`, { targets: [all("mesh")], owners: {} });
      expect(findings(found), name).toEqual([]);
      expect(found.model.edges[0]?.owners.retry?.why.code).toBe("core/owner-first");
    }
  });
});

describe("calls that pass two owners of their retries", () => {
  const both = `${shop}${gateway}${service}`;
  const twice = (source: string, targets: readonly TargetInput[]): readonly string[] =>
    compileText(source, { targets })
      .diagnostics.filter((one) => one.code === "core/retried-twice")
      .map((one) => `${one.span && source.slice(one.span.start, one.span.end)}: ${one.message}`);

  test("are reported where the second is declared: the callee's process retries whatever arrives", () => {
    expect(twice(both, [all("in_process")])).toEqual([
      "Shop: calls from `Web` to `Shop` are retried twice over, up to 9 attempts: by `in_process` in the process of `Web`, and by `in_process` in the process of `Shop`, which retries for `Gateway` and wraps these calls too",
    ]);
    const { diagnostics } = compileText(both, { targets: [all("in_process")] });
    expect(only(diagnostics, "core/retried-twice")).toMatchObject({
      severity: "warning",
      related: [{ message: "the calls that are to be retried there" }],
    });
  });

  test("are so whoever retries further out: a mesh, a gateway, another language", () => {
    const inShop = { ...all("in_process"), components: ["Shop"] };
    expect(twice(both, [inShop, all("mesh")])).toEqual([
      expect.stringContaining("by `mesh` in the mesh, and by `in_process`"),
    ]);
    const node = target(layerTarget("node", "in_process", concerns), { components: ["Web"] });
    expect(twice(both, [inShop, node])).toEqual([expect.stringContaining("by `node` in the process of `Web`")]);
    const front = { ...all("gateway"), components: ["Gateway"] };
    const owned = shop.replace("retry: 3", 'retry: 3, owners: { retry: "gateway" }');
    const second = `${owned}${gateway}load_balancer Second { calls: [Shop] }`;
    expect(twice(second, [all("in_process"), front])).toEqual([
      expect.stringContaining(
        "by `gateway` in the gateway, and by `in_process` in the process of `Shop`, which retries for `Second`",
      ),
    ]);
  });

  test("are none where one process has them all, where another layer has, or where there is one attempt", () => {
    for (const components of [["Shop"], ["Web"]])
      expect(twice(both, [{ ...all("in_process"), components }])).toEqual([]);
    expect(twice(both, [all("mesh")])).toEqual([]);
    expect(twice(shop + gateway, [all("in_process")])).toEqual([]);
    expect(twice(shop + service, [all("in_process")])).toEqual([]);
    expect(
      twice(`${gateway}${service}load_balancer More { calls: [Shop] }${shop}`, [all("mesh"), all("gateway")]),
    ).toEqual([]);
    expect(twice(both.replace("retry: 3", "retry: 1"), [all("in_process")])).toEqual([]);
    const chosen = both.replace("retry: 3", 'retry: 3, owners: { retry: "gateway" }');
    expect(twice(chosen, [all("in_process"), all("gateway")])).toEqual([]);
  });
});

describe("targets of one layer", () => {
  const java = (components?: readonly string[]): TargetInput =>
    target(layerTarget("java", "in_process", concerns), components ? { components } : {});
  const node = (components?: readonly string[]): TargetInput =>
    target(layerTarget("node", "in_process", concerns), components ? { components } : {});
  const two = `${shop}fault_tolerance Cart { ${everything} }\n`;

  test("are alternatives: each component has the one that is configured for it", () => {
    const { model, diagnostics } = compileText(two, { targets: [java(["Shop"]), node(["Cart"])] });
    expect(edgesTo(model, "Shop").map(namesOf)).toEqual([["java"]]);
    expect(edgesTo(model, "Cart").map(namesOf)).toEqual([["node"]]);
    expect(diagnostics.filter((one) => one.severity !== "note")).toEqual([]);
  });

  test("that both act on one edge are reported: the first configured acts", () => {
    const { model, diagnostics } = compileText(two, { targets: [java(), node()] });
    expect(model.edges.map(namesOf)).toEqual([["java"], ["java"]]);
    expect(only(diagnostics, "core/same-layer").message).toBe(
      "targets `java` and `node` are both in_process, and both are for `Shop`, `Cart`: only `java` acts there",
    );
  });

  test("on a service's call: the one for the caller, since the policy wraps the call in the caller's process", () => {
    const source = `${shop}${service}`;
    expect(namesOf(edge(source, [java(["Shop"]), node(["Web"])]))).toEqual(["node"]);
    expect(namesOf(edge(source, [java(["Shop"])]))).toEqual([]);
  });

  test("on a gateway's call: the one for the callee, whose process the call reaches", () => {
    expect(namesOf(edge(shop + gateway, [java(["Shop"]), node(["Gateway"])]))).toEqual(["java"]);
  });

  test("of the gateways: the one for the gateway that calls", () => {
    const edgeOnly = target(layerTarget("front", "gateway", concerns), { components: ["Other"] });
    const source = `${shop}${gateway}load_balancer Other {}`;
    expect(namesOf(edge(source, [edgeOnly]))).toEqual([]);
    expect(namesOf(edge(source, [{ ...edgeOnly, components: ["Gateway"] }]))).toEqual(["front"]);
  });

  test("that are for components that there are not are reported", () => {
    const span = { file: ".dpmrc", start: 3, end: 9 };
    const { diagnostics } = compileText(two, { targets: [{ ...java(["Chart"]), span: () => span }] });
    expect(only(diagnostics, "core/configured-name-unknown")).toMatchObject({ span, help: "write `Cart`" });
  });
});

test("owners are decided over all configured targets before a run is narrowed to some of them", () => {
  const targets = [all("in_process"), all("gateway")];
  const wide = compileText(shop + gateway, { targets });
  const narrow = compileText(shop + gateway, { targets, only: ["gateway"] });
  expect(narrow.model).toEqual(wide.model);
  expect(edgesTo(narrow.model, "Shop").map(ownersOf)).toEqual([everywhere("in_process")]);
  expect(narrow.report).toEqual(wide.report);
});
