import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundled } from "./bundled.ts";
import { readOutput, temporaryFolder } from "./temporary-folder.ts";
import { expectedFiles } from "./two-sets.ts";

test(
  "a signal that ends the process waits until all files are written, and then ends it",
  { timeout: 30_000 },
  async () => {
    const script = await bundled("interrupted-process.ts");
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      const root = temporaryFolder();
      const child = spawn(process.execPath, [script, root, signal], { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      child.stdout.on("data", (data: Buffer) => (said += data.toString()));
      const [code, ended] = (await once(child, "close")) as [number | null, string | null];
      expect([code, ended, said]).toEqual([null, signal, ""]);
      expect(readOutput(root)).toEqual(expectedFiles("a"));
      expect(fs.readdirSync(join(root, ".dpm"))).toEqual(["manifest.json"]);
    }
  },
);

test("a program that listens for the signal itself decides on its own", { timeout: 30_000 }, async () => {
  const script = await bundled("interrupted-process.ts");
  const root = temporaryFolder();
  const child = spawn(process.execPath, [script, root, "SIGINT", "listen"], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString()));
  expect((await once(child, "close"))[0]).toBe(0);
  expect(said).toBe("heard\nwent on\n");
  expect(readOutput(root)).toEqual(expectedFiles("a"));
});
