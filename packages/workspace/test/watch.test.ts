import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { watchFiles } from "../src/watch/watch-files.ts";
import { counts, foldersOf, watchedBy, type Watched } from "../src/watch/watched.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const base: Watched = {
  root: "/shop",
  out: "/shop/generated",
  files: ["/shop/a.dpm", "/other/b.txt"],
  code: ["/shop/plug"],
};

test.each([
  ["/shop/a.dpm", true],
  ["/shop/new.dpm", true],
  ["/other/b.txt", true],
  ["/other/c.txt", true],
  ["/shop/.dpmrc.yaml", true],
  ["/shop/dpm.config.ts", true],
  ["/shop/plug/inner.ts", true],
  ["/shop/plug", true],
  ["/shop/inner.ts", false],
  ["/shop/.a.dpm.swp", false],
  ["/shop/a.dpm~", false],
  ["/shop/generated", false],
  ["/shop/generated/x.dpm", false],
  ["/shop/.dpm", false],
  ["/shop/node_modules", false],
  ["/shop/notes", false],
])("a change of %s counts: %s", (path, expected) => expect(counts(base, path)).toBe(expected));

test("what a run went by are its configuration, its sources and the project's own plugins", () => {
  const project = {
    root: "/shop",
    config: ".dpmrc",
    out: "out",
    allowOutside: false,
    complete: "all",
    inputs: ["/shop/a.dpm"],
  } as const;
  const plugin = { name: "x", apiVersion: 1 } as never;
  const watched = watchedBy(
    project,
    [
      { plugin, file: "/shop/plug/index.ts" },
      { plugin, file: "/shop/node_modules/p/index.js" },
    ],
    ["/shop/known.json"],
  );
  expect(watched).toEqual({
    root: "/shop",
    out: "/shop/out",
    files: ["/shop/.dpmrc", "/shop/a.dpm", "/shop/plug/index.ts", "/shop/known.json"],
    code: ["/shop/plug"],
  });
  expect(foldersOf(watched)).toEqual(["/shop", "/shop/plug"]);
});

test(
  "a burst of changes is told once, and a folder that goes and comes back is seen",
  { timeout: 20_000 },
  async () => {
    const root = temporaryFolder({ "sub/a.dpm": "" });
    const names: string[] = [];
    const watched: Watched = { root, out: join(root, "generated"), files: [join(root, "sub", "a.dpm")], code: [] };
    const watch = watchFiles(watched, (name) => names.push(name));
    onTestFinished(watch.close);
    const told = async (count: number): Promise<void> =>
      expect.poll(() => names.length, { timeout: 5000 }).toBeGreaterThanOrEqual(count);
    for (let index = 0; index < 20; index++) writeFileSync(join(root, "sub", "a.dpm"), String(index));
    await told(1);
    expect(names).toEqual(["sub/a.dpm"]);
    rmSync(join(root, "sub"), { recursive: true });
    await told(2);
    mkdirSync(join(root, "sub"));
    writeFileSync(join(root, "sub", "a.dpm"), "back");
    await told(3);
    // It is looked for again twice a second; once it is found, a change in it is seen by its name.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    names.length = 0;
    writeFileSync(join(root, "sub", "a.dpm"), "again");
    await told(1);
    expect(names).toEqual(["sub/a.dpm"]);
  },
);
