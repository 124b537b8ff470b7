import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, hello, project, repository } from "./dpm.ts";

const example = join(repository, "examples", "order-service");

test("the model shows components, calls and owners", async () => {
  const { code, stdout } = await dpm(["model"], { cwd: example });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {2}OrderService +fault_tolerance,/m);
  expect(stdout).toMatch(/^ {2}ApiGateway → OrderService +nginx → istio → resilience4j$/m);
  expect(stdout).toMatch(/^ {4}retry +resilience4j +the first of in_process/m);
});

test("what shows the model counts its warnings, which check shows", async () => {
  const cwd = hello({ "dpm.config.mjs": "export default {};" });
  for (const command of [["model"], ["report"], ["simulate", "Plain"]])
    expect((await dpm(command, { cwd })).stderr).toBe("1 warning, shown by `dpm check`\n");
  expect((await dpm(["check"], { cwd })).stderr).toContain("warning workspace/config-ambiguous");
});

test("as JSON it is the model itself", async () => {
  const [json, format] = await Promise.all([
    dpm(["model", "--json"], { cwd: example }),
    dpm(["model", "--format", "json"], { cwd: example }),
  ]);
  expect(json).toEqual(format);
  const model = JSON.parse(json.stdout) as {
    readonly components: readonly { readonly name: string; readonly policy: object }[];
  };
  expect(model.components.find((one) => one.name === "OrderService")?.policy).toMatchObject({
    retry: { maxAttempts: 3, initialDelay: 100_000 },
    timeout: { total: 2_000_000 },
  });
});

test("targets are listed with version, layer and what they can own", async () => {
  expect((await dpm(["targets"], { cwd: hello() })).stdout).toBe("  hello   1.0   platform   greeting\n");
  expect((await dpm(["targets"], { cwd: example })).stdout).toMatch(
    /nginx +1\.22 +gateway +load_balancer\n +gateway +fault_tolerance: can own retry, fallback\n/,
  );
  expect((await dpm(["targets"], { cwd: project({}) })).stdout).toBe("no target is configured\n");
});

test("the matrix has every field with the verdicts that may occur", async () => {
  const { stdout } = await dpm(["targets", "--matrix"], { cwd: hello() });
  expect(stdout).toBe(
    "greeting   hello\ntext       exact\ntimes      exact, approximated, by default\ntone       by default, impossible\n",
  );
});

test("the matrix says from which version on a verdict may occur, and shows no group beside its fields", async () => {
  const { stdout } = await dpm(["targets", "--matrix"], { cwd: example });
  expect(stdout).toMatch(/^session_affinity\.cookie_name +exact from 1\.29\.6/m);
  expect(stdout).toMatch(/^bulkhead\.max_concurrent_calls /m);
  expect(stdout).not.toMatch(/^bulkhead /m);
});

test("a broken model does not hide the targets, a missing plugin does", async () => {
  expect(await dpm(["targets"], { cwd: hello({ "main.dpm": "greeting {" }) })).toMatchObject({ code: 0 });
  const missing = await dpm(["targets"], { cwd: project({ ".dpmrc.json": '{ "targets": ["florb"] }' }) });
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain("error workspace/plugin-not-found");
});
