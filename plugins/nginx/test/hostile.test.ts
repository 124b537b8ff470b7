import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type Json } from "@dpm/core";
import { checkNginx, describeEngine, hostileStrings } from "@dpm/testing";
import { afterAll, describe, expect, test } from "vitest";
import plugin from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "dpm-nginx-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

const strings = [...hostileStrings, "h".repeat(1000), "h".repeat(1001), "h".repeat(5000), "a\0b"];

interface Place {
  readonly model: (text: string) => string;
  readonly options?: Readonly<Record<string, Json>>;
}

const gateway = (body: string): string => `load_balancer Gateway { servers: ["10.0.0.1:80", "10.0.0.2:80"] ${body} }`;
const q = (text: string): string => JSON.stringify(text);
const places: Readonly<Record<string, Place>> = {
  "a server's host": { model: (text) => `load_balancer Gateway { servers: [{ host: ${q(text)}, port: 80 }] }` },
  "a cookie's name": { model: (text) => gateway(`session_affinity: { cookie_name: ${q(text)} }`) },
  "a sticky cookie's name": {
    model: (text) => gateway(`session_affinity: { cookie_name: ${q(text)}, ttl: "1m" }`),
    options: { version: "1.31" },
  },
  "a header that is hashed": {
    model: (text) => gateway(`strategy: consistent_hash, hash_key: header, hash_header: ${q(text)}`),
  },
  "the path of a check": {
    model: (text) => gateway(`health_check: { path: ${q(`/${text}`)} }`),
    options: { edition: "plus" },
  },
};

/** What nginx would read, or nothing where the text is refused with a diagnostic. */
function fileOf({ model, options = {} }: Place, text: string): string | undefined {
  const { version, ...rest } = options;
  const { artifacts, diagnostics } = compile({
    sources: [{ name: "a.dpm", text: model(text) }],
    targets: [{ name: "nginx", plugin, options: rest, ...(typeof version === "string" && { version }) }],
  });
  expect(
    diagnostics.filter((one) => one.code.startsWith("core/plugin-") || one.code.startsWith("core/verdict-")),
  ).toEqual([]);
  const [file] = artifacts;
  expect(file !== undefined || diagnostics.some((one) => one.severity === "error" && one.span !== undefined)).toBe(
    true,
  );
  return file?.content.text;
}

describe.each(Object.entries(places))("hostile strings as %s", (_, place) => {
  test("stand in the file, or are refused at their place", () => {
    const accepted = strings.filter((text) => fileOf(place, text) !== undefined);
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.length).toBeLessThan(strings.length);
  });
});

/** Hosts that are names would be looked up, and NGINX Plus is not to be had. */
const readable = Object.entries(places).filter(
  ([title]) => title !== "a server's host" && title !== "the path of a check",
);

describe.each(["nginx-1.22", "nginx-1.31"])("%s", (name) => {
  describeEngine(name, (nginx) => {
    const known = readable.filter(([, { options }]) => options?.["version"] === undefined || name === "nginx-1.31");
    test.each(known)("reads whatever is not refused as %s", async (_, place) => {
      const files = new Set(strings.flatMap((text) => fileOf(place, text) ?? []));
      for (const text of files) {
        writeFileSync(join(folder, "a.conf"), text);
        const { ok, output } = await checkNginx(nginx, folder, "a.conf");
        expect(output, text).not.toMatch(/\[emerg\]/);
        expect(ok).toBe(true);
      }
    });
  });
});
