import { compile, type Compilation, type Fix } from "@dpm/core";
import { describe, expect, test } from "vitest";
import plugin from "../src/index.ts";

function compiled(text: string): Compilation {
  return compile({ sources: [{ name: "shop.dpm", text }], targets: [{ name: "compose", plugin }] });
}

function applied(text: string, { edits }: Fix): string {
  return edits
    .toSorted((one, other) => other.span.start - one.span.start)
    .reduce(
      (before, { span, text: replacement }) => before.slice(0, span.start) + replacement + before.slice(span.end),
      text,
    );
}

function fixesOf(text: string, code: string): readonly Fix[] {
  return compiled(text).diagnostics.find((one) => one.code === code)?.fixes ?? [];
}

describe.each([
  ["only named", 'deploy_docker_compose Shop { services: ["redis", "shop"] }'],
  ["described", 'deploy_docker_compose Shop { services: [{ command: ["run"], name: "shop", restart: always }] }'],
])("a service without an image that is %s", (_, text) => {
  const fixes = fixesOf(text, "compose/image-missing");

  test("is offered an image and a folder to build from", () => {
    expect(fixes.map(({ title }) => title)).toEqual(['add `image: "shop:latest"`', 'add `build: "./shop"`']);
  });

  test("is what was assumed once the image is written", () => {
    const [image] = fixes;
    const fixed = compiled(applied(text, image ?? { title: "", edits: [] }));
    expect(fixed.diagnostics).toEqual([]);
    expect(fixed.artifacts.map((one) => one.content.text)).toEqual(
      compiled(text).artifacts.map((one) => one.content.text),
    );
  });

  test("is built once the folder is written", () => {
    const [, build] = fixes;
    const fixed = compiled(applied(text, build ?? { title: "", edits: [] }));
    expect(fixed.diagnostics).toEqual([]);
    expect(fixed.artifacts[0]?.content.text).toContain('build: "../../shop"');
  });
});

test("Compose's own word before the command of a check is removed", () => {
  const text =
    'deploy_docker_compose Shop { services: [{ name: "redis", health_check: { test: ["CMD", "redis-cli", "ping"] } }] }';
  const [fix] = fixesOf(text, "compose/check-keyword");
  const fixed = applied(text, fix ?? { title: "", edits: [] });
  expect(fixed).toContain('test: ["redis-cli", "ping"]');
  expect(compiled(fixed).diagnostics).toEqual([]);
});
