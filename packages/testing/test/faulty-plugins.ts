import { apiVersion, block, definePlugin, json, overlayRaw, rawOf, string, type Json, type Plugin } from "@dpm/core";
import { json as printer, print } from "@dpm/print";
import type { PageInput } from "../src/golden/pages.ts";

/** By slug, what an example needs beside its text: a plugin that does what the page is about, or a text that no page can hold. */
export const faultyInputs: Readonly<Record<string, (example: string) => PageInput>> = {
  "api-mismatch": () => one(faulty({ apiVersion: apiVersion + 1 })),
  "duplicate-kind": () => ({ plugins: [faulty({ kinds: [greeting] }), faulty({ name: "other", kinds: [greeting] })] }),
  "duplicate-target": () => ({ targets: [asTarget(faulty()), asTarget(faulty())] }),
  "duplicate-plugin": () => ({ plugins: [faulty(), faulty()] }),
  "plugin-crashed": () => one(faulty({ validate: fail })),
  "normalize-conflict": () => ({ plugins: [faulty({ kinds: [greeting], normalize: () => ({ text: "again" }) })] }),
  "normalize-strange": () => ({ plugins: [faulty({ kinds: [greeting], normalize: () => ({ text2: notJson }) })] }),
  "normalize-foreign": () => ({
    plugins: [faulty({ apply: (hooks) => hooks.normalize.tap("faulty", () => ({ extra: 1 })) })],
  }),
  "same-path": () =>
    one(
      faulty({
        emit: ({ model }) => ({ artifacts: model.components.map((component) => file(component.serviceName)) }),
      }),
    ),
  "verdict-missing": () => one(lowering(() => undefined)),
  "verdict-undeclared": () => one(lowering(({ on, retry }) => on.elsewhere(retry, "maxAttempts", "somebody"))),
  "origin-lost": () => one(lowering(({ on, retry }) => on.exact(retry, "maxAttempts"))),
  "raw-overrides": () => one(overlaying),
  "too-deep": () => ({
    targets: [{ ...asTarget(faulty({ options: { free: json().optional() } })), options: { free: deep(200) } }],
  }),
  // No file in UTF-8 can hold half of a character.
  "half-character": (example) => source(example.replace("[D83D]", "\uD83D")),
  "raw-text": (example) => source(example.replace("[1001 letters]", "x".repeat(1001))),
  // The last line stands for thousands like it.
  "too-many-mistakes": (example) => source(example + "}\n".repeat(10_000)),
};

const greeting = block("greeting", "Says hello.", { text: string().default("hello") });
const notJson = (() => 1) as unknown as Json;

function faulty(more: Partial<Plugin> = {}): Plugin {
  return { ...definePlugin({ name: "faulty", apiVersion, engines: { faulty: "1" } }), ...more };
}

type Context = Parameters<NonNullable<Plugin["emit"]>>[0];
type Retry = NonNullable<ReturnType<typeof policies>[number]["retry"]>;

function policies(context: Context) {
  return context.blocks("fault_tolerance");
}

/** A target that writes the attempts, and puts what is raw over them. */
const overlaying: Plugin = faulty({
  support: { fault_tolerance: { layer: "mesh", concerns: ["retry"], fields: ["exact"] } },
  emit: (context) => {
    const made = policies(context).map((block) => {
      const attempts = block.retry && context.on.exact(block.retry, "maxAttempts");
      const own = printer.map([["retry", printer.map([["attempts", attempts && printer.int(attempts)]])]]);
      const raw = rawOf(block, "faulty");
      const { node, diagnostics } = raw ? overlayRaw(own, raw, "faulty", context.on) : { node: own, diagnostics: [] };
      return { artifact: { ...file(block.name), content: print(printer.doc(node)) }, diagnostics };
    });
    return { artifacts: made.map((one) => one.artifact), diagnostics: made.flatMap((one) => one.diagnostics) };
  },
});

/** A target that declares `exact` for everything, prints nothing, and says what `say` says. */
function lowering(say: (part: { readonly on: Context["on"]; readonly retry: Retry }) => unknown): Plugin {
  return faulty({
    support: { fault_tolerance: { layer: "mesh", concerns: ["retry"], fields: ["exact"] } },
    emit: (context) => {
      for (const { retry } of policies(context)) if (retry) say({ on: context.on, retry });
      return { artifacts: [] };
    },
  });
}

function file(name: string): ReturnType<NonNullable<Plugin["emit"]>>["artifacts"][number] {
  return { path: `${name}.json`, mode: "generated", content: print(printer.doc(printer.map([]))) };
}

function asTarget(plugin: Plugin): NonNullable<PageInput["targets"]>[number] {
  return { name: plugin.name, plugin };
}

function one(plugin: Plugin): PageInput {
  return { targets: [asTarget(plugin)] };
}

function source(text: string): PageInput {
  return { sources: [{ name: "example.dpm", text }] };
}

function deep(levels: number): Json {
  return levels === 0 ? 1 : [deep(levels - 1)];
}

function fail(): never {
  throw new Error("it stumbled");
}
