import { compile, type Json } from "@dpm/core";
import { describeEngine, hostileStrings, validateIstio } from "@dpm/testing";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import plugin from "../src/index.ts";

/** Words that could pass for something else: numbers, times, truth, addresses that are none. */
const lookalikes = [
  "no",
  "1e3",
  "12",
  "0x10",
  "true",
  "null",
  "999.1.1.1",
  "10.1",
  "1.2.3.4.5",
  "-a",
  "a-",
  "A.b",
  "a..b",
  "[::1]",
  "[1:2]",
  "_a",
];
const strings = [...new Set([...hostileStrings, ...lookalikes])].filter((one) => one.isWellFormed());

interface Place {
  readonly model: (text: string) => string;
  readonly options?: (text: string) => Readonly<Record<string, Json>>;
  /** What the text becomes in the file. */
  readonly printed: (text: string) => string;
}

const servers = (body: string): string => `load_balancer Shop {\n  servers: ["10.0.0.1"]\n  ${body}\n}`;
const places: Readonly<Record<string, Place>> = {
  "a server's host": {
    model: (text) => `load_balancer Shop { servers: [{ host: ${JSON.stringify(text)}, port: 80 }] }`,
    printed: (text) => text.replace(/^\[|\]$/g, ""),
  },
  "a cookie's name": {
    model: (text) => servers(`session_affinity: { cookie_name: ${JSON.stringify(text)}, ttl: "1m" }`),
    printed: (text) => text,
  },
  "a header's name": {
    model: (text) => servers(`strategy: consistent_hash, hash_key: header, hash_header: ${JSON.stringify(text)}`),
    printed: (text) => text,
  },
  "the option `namespace`": {
    model: () => servers(""),
    options: (text) => ({ namespace: text }),
    printed: (text) => text,
  },
  "the option `domain`": {
    model: () => servers(""),
    options: (text) => ({ domain: text }),
    printed: (text) => `shop.default.${text}`,
  },
  "a namespace of Kubernetes": {
    model: (text) =>
      `fault_tolerance Shop { timeout: "1s" }\ndeploy_kubernetes Shop { image: "a:1", namespace: ${JSON.stringify(text)} }`,
    printed: (text) => text,
  },
};

/** The file, or nothing where the text is refused with a diagnostic. */
function fileOf({ model, options }: Place, text: string): string | undefined {
  const { artifacts, diagnostics } = compile({
    sources: [{ name: "a.dpm", text: model(text) }],
    targets: [{ name: "istio", plugin, ...(options && { options: options(text) }) }],
  });
  const [file] = artifacts;
  if (!file) expect(diagnostics.some((one) => one.severity === "error")).toBe(true);
  return file?.content.text;
}

function scalars(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(scalars) : [value];
}

test("there are enough of them", () => expect(strings.length).toBeGreaterThan(150));

describe.each(Object.entries(places))("hostile strings as %s", (_, place) => {
  test("come back exactly from YAML, or are refused with a diagnostic", () => {
    for (const text of strings) {
      const file = fileOf(place, text);
      if (file === undefined) continue;
      expect([...parseAllDocuments(file)].flatMap((one) => scalars(one.toJS()))).toContain(place.printed(text));
    }
  });
});

describeEngine("istio", (istio) => {
  test.each(Object.entries(places))("what is not refused as %s, Istio takes", async (_, place) => {
    const files = strings.flatMap((text) => fileOf(place, text) ?? []);
    expect(files.length).toBeGreaterThan(0);
    const { ok, output } = await validateIstio(istio, [...new Set(files)].join("---\n"));
    expect(output).not.toMatch(/Error/);
    expect(ok).toBe(true);
  });
});
