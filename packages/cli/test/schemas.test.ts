import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { dpm, greetings, hello, repository } from "./dpm.ts";

const folder = new URL("../schemas/", import.meta.url);
const files = readdirSync(folder);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const model = new URL(import.meta.resolve("@dpm/core/schemas/model.schema.json"));
ajv.addSchema(JSON.parse(readFileSync(model, "utf8")) as object);
for (const file of files) ajv.addSchema(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as object);

const gone = { code: "core/dead-attempt", at: "fault_tolerance A", params: { all: ["x"], n: 1 }, count: 2 };
const cwd = hello({
  "earlier/order.dpm": 'fault_tolerance OrderService { retry: 2 }\ngreeting Gone { text: "bye" }\n',
  "gone.json": JSON.stringify({ version: 1, known: [gone] }),
});
const broken = hello({
  "main.dpm": `${greetings}greeting Plain { txet: "a", times: 0 }\nfault_tolerance A { calls: [Billling] }\nfault_tolerance Billing { retry: { max_attempts: 0 } }\n`,
});
const example = join(repository, "examples", "order-service");

const outputs: readonly (readonly [schema: string, args: readonly string[], cwd: string])[] = [
  ["diagnostics", ["check", "--format", "json"], cwd],
  ["diagnostics", ["check", "--format", "json"], broken],
  ["diagnostics", ["check", "--update-baseline", "--baseline", "known.json", "--format", "json"], cwd],
  ["diagnostics", ["check", "--baseline", "gone.json", "--format", "json"], cwd],
  ["diagnostics", ["generate", "--dry-run", "--format", "json"], example],
  ["diagnostics", ["check", "--format", "json", "missing.dpm"], cwd],
  ["generate", ["generate", "--dry-run", "--json"], cwd],
  ["generate", ["generate", "--dry-run", "--json"], broken],
  ["generate", ["generate", "--dry-run", "--json"], example],
  ["plan", ["plan", "--against", "earlier", "--format", "json"], cwd],
  ["plan", ["plan", "--against", join(cwd, "earlier", "order.dpm"), "--format", "json"], example],
  ["plan", ["plan", "--format", "json"], broken],
  ["report", ["report", "--format", "json"], example],
  ["report", ["report", "--format", "json"], cwd],
  ["report", ["report", "--format", "json"], broken],
  ["simulate", ["simulate", "OrderService", "--format", "json"], example],
  [
    "simulate",
    ["simulate", "OrderService", "--backend", "hang", "--callers", "20", "--requests", "40", "--format", "json"],
    example,
  ],
  ["simulate", ["simulate", "Florb", "--format", "json"], example],
  ["model", ["model", "--json"], example],
  ["model", ["model", "--json"], cwd],
  ["model", ["model", "--json"], broken],
  ["why", ["why", "hello/Often.properties:3", "--format", "json"], cwd],
  ["why", ["why", "hello/Often.properties:1", "--format", "json"], cwd],
  ["why", ["why", "nginx/api-gateway.conf:16", "--format", "json"], example],
  ["why", ["why", "florb:3", "--format", "json"], cwd],
  ["targets", ["targets", "--format", "json"], example],
  ["targets", ["targets", "--matrix", "--format", "json"], example],
  ["format", ["format", "--check", "--format", "json"], cwd],
  ["format", ["format", "--check", "--format", "json"], example],
  ["format", ["format", "--check", "--format", "json", "missing.dpm"], cwd],
  ["explain", ["explain", "core/dead-attempt", "--format", "json"], cwd],
  ["explain", ["explain", "florb", "--format", "json"], cwd],
  ["explain", ["explain", "fault_tolerance", "--format", "json"], example],
  ["explain", ["explain", "multi_level_fault_tolerance", "--format", "json"], example],
  ["explain", ["explain", "fault_tolerance.retry.backoff", "--format", "json"], example],
  ["explain", ["explain", "load_balancer.session_affinity.ttl", "--format", "json"], example],
  ["explain", ["explain", "greeting.times", "--format", "json"], cwd],
  ["explain", ["explain", "greeting.tiems", "--format", "json"], cwd],
];

test.each(outputs)("%s.schema.json describes what `dpm %j` prints", async (schema, args, folder) => {
  const { stdout } = await dpm(args, { cwd: folder });
  const validate = ajv.getSchema(`${schema}.schema.json`);
  if (!validate) throw new Error(`there is no schema ${schema}`);
  const valid = validate(JSON.parse(stdout));
  expect({ valid, errors: validate.errors }).toEqual({ valid: true, errors: null });
});

test("every schema is checked against an output", () => {
  expect([...new Set(outputs.map(([schema]) => `${schema}.schema.json`))].toSorted()).toEqual(files.toSorted());
});

test("the schemas refuse what no command prints", () => {
  const wrong = { diagnostics: [{ code: "E42", severity: "fatal" }] };
  for (const file of files) expect(ajv.getSchema(file)?.(wrong)).toBe(false);
});
