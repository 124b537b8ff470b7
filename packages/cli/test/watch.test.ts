import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { greetings, hello, helloConfig, start } from "./dpm.ts";

interface Watching {
  /** Waits until a run has ended after the last call, and gives what all runs said since then. */
  readonly next: () => Promise<string>;
  readonly interrupt: () => Promise<number | null>;
}

/** So long may a run on a busy machine take, in milliseconds. */
const patience = 30_000;

function watching(args: readonly string[], cwd: string): Watching {
  const child = start([...args, "--watch"], { cwd });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  let heard: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      heard();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const until = async (mark: RegExp): Promise<string> => {
    const limit = AbortSignal.timeout(patience);
    while (!mark.test(text)) {
      await new Promise<void>((resolve, reject) => {
        heard = resolve;
        limit.addEventListener("abort", () => reject(new Error(`no ${mark.source} in: ${text}`)));
        if (limit.aborted) reject(new Error(`no ${mark.source} in: ${text}`));
      });
    }
    const said = text;
    text = "";
    return said;
  };
  return {
    next: () => until(/watching \d+ files?; Ctrl-C ends\n/),
    interrupt: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}

test(
  "check runs again when a source, the configuration or a plugin changes, and survives what is broken",
  { timeout: 120_000 },
  async () => {
    const cwd = hello();
    const at = (name: string): string => join(cwd, name);
    const { next, interrupt } = watching(["check"], cwd);
    expect(await next()).toContain("3 components · 3 blocks   no errors");

    writeFileSync(at("main.dpm"), `${greetings}greeting New { txet: "x" }\n`);
    const wrong = await next();
    expect(wrong).toContain("main.dpm changed");
    expect(wrong).toContain("core/unknown-field");

    // As editors save: a new file takes the old one's place.
    writeFileSync(at("main.dpm.tmp"), greetings);
    renameSync(at("main.dpm.tmp"), at("main.dpm"));
    expect(await next()).toContain("no errors");

    writeFileSync(at(".dpmrc.json"), "{ broken");
    expect(await next()).toContain("workspace/config-syntax");
    writeFileSync(at(".dpmrc.json"), helloConfig);
    expect(await next()).toContain("no errors");

    const plugin = readFileSync(at("hello/plugin.ts"), "utf8");
    writeFileSync(at("hello/plugin.ts"), plugin.replace('one.text === "boo"', 'one.text === "hi"'));
    const rude = await next();
    expect(rude).toContain("hello/plugin.ts changed");
    expect(rude).toContain("hello/rude");
    writeFileSync(at("hello/plugin.ts"), "export default {");
    expect(await next()).toContain("workspace/plugin-failed");
    writeFileSync(at("hello/plugin.ts"), plugin);
    expect(await next()).toContain("no errors");

    rmSync(at("main.dpm"));
    expect(await next()).toContain("workspace/input-unmatched");
    writeFileSync(at("second.dpm"), greetings);
    expect(await next()).toContain("second.dpm · 3 components");
    expect(await interrupt()).toBe(0);
  },
);

test("generate writes again after a change, and not after its own writing", { timeout: 60_000 }, async () => {
  const cwd = hello();
  const { next, interrupt } = watching(["generate"], cwd);
  expect(await next()).toContain("3 files written to generated/");
  writeFileSync(join(cwd, "main.dpm"), greetings.replace('"hello"', '"good day"'));
  const said = await next();
  expect(said.match(/main\.dpm changed/g)).toHaveLength(1);
  expect(said).toContain("1 file written to generated/");
  expect(readFileSync(join(cwd, "generated/hello/Plain.properties"), "utf8")).toContain("good day");
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await interrupt()).toBe(0);
});
