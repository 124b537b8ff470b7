import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entryFiles } from "../build/entries.ts";
import { packages, publishable, root } from "../packages.ts";
import { run } from "../program.ts";

const ours = publishable().map(({ folder, manifest }) => ({ name: manifest.name, folder, manifest }));

test("there is something to publish", () => {
  expect(ours.map(({ name }) => name)).toContain("@dpm/core");
});

test.each(ours)("$name says what every package says", ({ manifest }) => {
  expect(manifest).toMatchObject({
    license: "Apache-2.0",
    type: "module",
    engines: { node: ">=22.18" },
    files: expect.arrayContaining(["dist"]) as unknown,
    scripts: { prepack: "node ../../tools/require-dist.mjs" },
    publishConfig: { access: "public" },
  });
});

test.each(ours)("what is published of $name are its entries without the sources", ({ manifest }) => {
  const published = Object.fromEntries(
    Object.entries(manifest.exports ?? {}).map(([path, entry]) => [
      path,
      typeof entry === "string" ? entry : { types: entry.types, default: entry.default },
    ]),
  );
  expect(manifest.publishConfig).toMatchObject(manifest.exports ? { exports: published } : { bin: {} });
});

test.each(ours)("every entry of $name has its source", ({ folder, manifest }) => {
  for (const source of Object.values(entryFiles({ folder, manifest }))) {
    expect(existsSync(join(root, folder, source)), source).toBe(true);
  }
});

test.each(packages().filter(({ folder }) => folder.startsWith("plugins/")))(
  "the plugin in $folder is found by its name and brings no second core",
  ({ folder, manifest }) => {
    const target = folder.slice("plugins/".length);
    expect(manifest).toMatchObject({
      name: `@dpm/plugin-${target}`,
      keywords: expect.arrayContaining(["dpm-plugin"]) as unknown,
      dpm: { apiVersion: 1, targets: [target] },
      peerDependencies: { "@dpm/core": "workspace:^" },
      dependencies: { "@dpm/print": "workspace:^" },
    });
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(["@dpm/print"]);
  },
);

test("a package that is not built cannot be packed", async () => {
  const { code, output } = await run(process.execPath, [join(root, "tools", "require-dist.mjs")], {
    cwd: join(root, "tools", "test", "unbuilt"),
  });
  expect(output).toContain(
    "@dpm/unbuilt cannot be packed: ./dist/index.d.ts, ./dist/index.js, ./dist/bin.js not built.",
  );
  expect(code).toBe(1);
});
