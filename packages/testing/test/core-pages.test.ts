import { bugs, catalogue, type CompileInput } from "@dpm/core";
import { expect, test } from "vitest";
import { pagesOf } from "../src/golden/pages.ts";
import { standIn } from "../src/golden/stand-in.ts";
import { faultyInputs } from "./faulty-plugins.ts";

const prefix = "core/";
const entries = Object.fromEntries(
  Object.entries(catalogue()).map(([code, entry]) => [code.slice(prefix.length), entry]),
);
const all = ["retry", "circuit_breaker", "bulkhead", "fallback"] as const;

/** Targets that a page's configuration may name, played by stand-ins: core's own tests know no plugin. */
const known = {
  resilience4j: standIn({ name: "resilience4j", layer: "in_process", concerns: all }),
  opossum: standIn({ name: "opossum", layer: "in_process", concerns: all }),
  istio: standIn({ name: "istio", layer: "mesh", concerns: ["retry", "circuit_breaker", "bulkhead"] }),
  nginx: standIn({ name: "nginx", layer: "gateway", concerns: ["retry", "fallback"] }),
};

pagesOf({ owner: "core", entries }, new URL("../../core/diagnostics/", import.meta.url), (page, slug, example) => {
  return faultyInputs[slug]?.(example) ?? inputOf(page);
});

test("every code that is a bug of a plugin has a plugin that has it", () => {
  expect(bugs.map((code) => code.slice(prefix.length)).filter((slug) => !faultyInputs[slug])).toEqual([]);
});

/** What the page's `json` block says, which is a configuration as `.dpmrc` has it. */
function inputOf(page: string): Pick<CompileInput, "targets" | "environment" | "owners"> {
  const [, text = "{}"] = /^```json\n(.*?)^```/ms.exec(page) ?? [];
  const {
    targets = {},
    env,
    owners,
  } = JSON.parse(text) as {
    readonly targets?: Readonly<Record<string, Configured>>;
    readonly env?: string;
    readonly owners?: NonNullable<CompileInput["owners"]>;
  };
  return { targets: targetsOf(targets), ...(env !== undefined && { environment: env }), ...(owners && { owners }) };
}

function targetsOf(targets: Readonly<Record<string, Configured>>): NonNullable<CompileInput["targets"]> {
  return Object.entries(targets).map(([name, configured]) => {
    const plugin = Object.hasOwn(known, name) ? known[name as keyof typeof known] : undefined;
    if (!plugin) throw new Error(`no stand-in for ${name}`);
    return { name, plugin, ...configured };
  });
}

type Configured = Pick<NonNullable<CompileInput["targets"]>[number], "version" | "components">;
