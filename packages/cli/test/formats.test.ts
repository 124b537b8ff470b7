import { mkdirSync } from "node:fs";
import { join } from "node:path";
import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { dpm, greetings, hello, helloConfig, project } from "./dpm.ts";

const model = `${greetings}greeting Plain { txet: "a", times: 0 }\n`;
const broken = hello({ "main.dpm": model });

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly Rule[] } };
    readonly results: readonly Result[];
  }[];
}
interface Rule {
  readonly id: string;
  readonly help: { readonly text: string; readonly markdown?: string };
}
interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly locations: readonly { readonly physicalLocation: Place }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Place {
  readonly artifactLocation: { readonly uri: string };
  readonly region: object;
}

/** The standard's own schema. Its draft called `$id` `id`; ajv knows no draft that old, nor formats. */
function standard(): (log: unknown) => readonly unknown[] {
  const { $schema: _, id: __, ...schema } = sarifSchema as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat("uri", (text) => URL.canParse(text));
  ajv.addFormat("uri-reference", (text) => !/[\s\\]/.test(text) && URL.canParse(text, "file:///"));
  ajv.addFormat("date-time", (text) => !Number.isNaN(Date.parse(text)));
  const validate = ajv.compile(schema);
  return (log) => (validate(log) ? [] : (validate.errors ?? []));
}

async function sarif(args: readonly string[], cwd: string): Promise<Log> {
  const { stdout } = await dpm([...args, "--format", "sarif"], { cwd });
  return JSON.parse(stdout) as Log;
}

describe("--format sarif", () => {
  const errorsOf = standard();

  test.each([
    [["check"], broken],
    [["generate"], broken],
    [["generate", "--dry-run"], hello()],
    [["check", "missing.dpm"], broken],
    [["check"], hello({ ".dpmrc.json": '{ "targets": ["nowhere"] }' })],
    [["check", "--florb"], broken],
  ])("`%j` is one log that follows the standard's schema, alone on standard output", async (args, cwd) => {
    const { stdout, stderr } = await dpm([...args, "--format", "sarif"], { cwd });
    const log = JSON.parse(stdout) as Log;
    expect(errorsOf(log)).toEqual([]);
    expect(stderr).toBe("");
    for (const { locations } of log.runs[0]?.results ?? []) expect(locations).toHaveLength(1);
  });

  test("the schema refuses a log that is none", async () => {
    const { runs } = await sarif(["check"], broken);
    expect(errorsOf({ version: "2.1.0", runs: runs.map(({ results }) => ({ results })) })).not.toEqual([]);
    expect(errorsOf({ version: "2.1.0", runs, florb: 1 })).not.toEqual([]);
  });

  test("results have places, and rules the catalogue's texts and pages, also a plugin's", async () => {
    const cwd = hello({ "main.dpm": `${greetings}greeting Rude { text: "boo" retyr: 3 }\n` });
    const [run] = (await sarif(["check"], cwd)).runs;
    const found = run?.results.map(({ ruleId, level, locations }) => [
      ruleId,
      level,
      locations[0]?.physicalLocation.artifactLocation.uri,
    ]);
    expect(found).toContainEqual(["core/unknown-field", "error", "main.dpm"]);
    expect(found).toContainEqual(["hello/rude", "error", "main.dpm"]);
    const help = new Map(run?.tool.driver.rules.map((rule) => [rule.id, rule.help]));
    expect(help.get("core/unknown-field")?.markdown).toMatch(/^# core\/unknown-field\n/);
    expect(help.get("hello/rude")).toEqual({ text: "`<text>` is no greeting\nhelp: say something kind" });
  });

  test("a fingerprint survives that everything moves", async () => {
    const moved = hello({
      "main.dpm": `\n\n${model.split("\n").toReversed().join("\n\n").replace("{ txet", "{\n  txet")}`,
    });
    const prints = async (cwd: string): Promise<readonly string[]> =>
      ((await sarif(["check"], cwd)).runs[0]?.results ?? [])
        .filter((one) => one.ruleId === "core/unknown-field")
        .map((one) => `${one.ruleId} ${one.partialFingerprints["dpm/v1"]}`);
    expect(await prints(broken)).toHaveLength(1);
    expect(await prints(moved)).toEqual(await prints(broken));
  });
});

describe("--format github", () => {
  test.each(["check", "generate"])(
    "%s prints one command for each finding, and ends as without it",
    async (command) => {
      const { code, stdout, stderr } = await dpm([command, "--format", "github"], { cwd: broken });
      expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
      const [first = ""] = stdout.split("\n");
      expect(stdout).toContain(
        "::error file=main.dpm,line=5,col=18,endLine=5,endColumn=21,title=core/unknown-field::`greeting` has no field `txet`",
      );
      expect(first).toMatch(/^::(error|warning) /);
      for (const line of stdout.trimEnd().split("\n")) expect(line).toMatch(/^::(error|warning) \S+::\S/);
    },
  );

  test("notes are notices, where they are asked for", async () => {
    const deployed = "deploy_kubernetes A { horizontal_pod_autoscaler: { min_replicas: 2, max_replicas: 10 } }";
    const limited = 'load_balancer A { rate_limiting: { requests_per_second: 9, per: "instance" } }';
    const cwd = hello({ "main.dpm": `${deployed}\n${limited}\n` });
    expect((await dpm(["check", "--format", "github"], { cwd })).stdout).not.toContain("::notice");
    const { stdout } = await dpm(["check", "--notes", "--format", "github"], { cwd });
    expect(stdout).toMatch(/^::notice file=main\.dpm,line=2,.*title=core\/limit-per-instance::/m);
  });

  test("a project in a folder of a repository is named from the repository's root", async () => {
    const cwd = project({ "shop/main.dpm": model, "shop/.dpmrc.json": helloConfig.replace("./", "../") });
    mkdirSync(join(cwd, ".git"));
    const { stdout } = await dpm(["check", "--format", "github"], { cwd: join(cwd, "shop") });
    expect(stdout).toContain("::error file=shop/main.dpm,line=5,");
    const log = await sarif(["check"], join(cwd, "shop"));
    expect(log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("shop/main.dpm");
  });

  test("a wrong option is told in the form that was asked for", async () => {
    const { code, stdout } = await dpm(["check", "--florb", "--format=github"], { cwd: broken });
    expect(code).toBe(2);
    expect(stdout).toMatch(/^::error title=cli\/usage::unknown option `--florb`/);
  });
});
