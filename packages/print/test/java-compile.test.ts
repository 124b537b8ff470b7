import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { java, print, properties, xml } from "../src/index.ts";
import { anyString, hostile, lookalikes } from "./arbitraries.ts";
import { expectedCount, program } from "./java-program.ts";

const sample = [...lookalikes, ...hostile, ...fc.sample(anyString, { numRuns: 500, seed: 1 })];
const strings = sample.filter((s) => java.refusal(s) === undefined);
const chars = [...new Set(sample.flatMap((s) => s.split("")))];
const comments = [...hostile, ...fc.sample(anyString, { numRuns: 150, seed: 2 })];
const names = [
  ...new Set([...lookalikes, ...fc.sample(anyString, { numRuns: 100, seed: 3 }), "订单", "class", "Main"]),
];
const inXml = sample.filter((s) => xml.refusal(s) === undefined);
const ingredients = { strings, chars, comments, names };

const javac = spawnSync("javac", ["-version"]).status === 0;

describe.skipIf(!javac)(`javac${javac ? "" : " (missing: apt-get install openjdk-17-jdk-headless)"}`, () => {
  let folder = "";
  let output: readonly (readonly [string, string])[] = [];
  const printed = (kind: string) => output.filter(([first]) => first === kind).map(([, rest]) => rest);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dpm-print-"));
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const source = file("ZzProgram.java", print(program(ingredients)).text);
    const entries = [...new Set(sample)].flatMap((s): properties.Entry[] => [properties.comment(s), [s, s]]);
    const propertiesFile = file("all.properties", print(properties.doc(entries, { header: comments })).text);
    const elements = inXml.flatMap((s) => [xml.comment(s), xml.element("v", { a: s }, xml.text(s))]);
    const xmlFile = file("all.xml", print(xml.doc(xml.element("all", {}, elements), { header: comments })).text);
    execFileSync("javac", ["-Xlint:all", "-Werror", "-encoding", "US-ASCII", "-d", folder, source], {
      encoding: "utf8",
      stdio: "pipe",
    });
    const run = ["-XX:TieredStopAtLevel=1", "-cp", folder, "ZzProgram", propertiesFile, xmlFile];
    const lines = execFileSync("java", run, { encoding: "utf8", maxBuffer: 1e8, timeout: 50_000 })
      .trimEnd()
      .split("\n");
    output = lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)] as const);
  });

  afterAll(() => {
    if (folder !== "") rmSync(folder, { recursive: true });
  });

  test("compiles without a warning in ASCII, and every string and char literal is what it was made from", () => {
    expect(printed("string")).toEqual(strings.map(hex));
    expect(printed("char")).toEqual(chars.map(hex));
  });

  test("no comment ends early or swallows a statement, and every name that is made of data is a name", () => {
    expect(printed("count")).toEqual([String(expectedCount(ingredients))]);
  });

  test("no class of java.lang is the name of a class that is made of data", () => {
    const classes = printed("class").map(unhex);
    expect(classes).toContain("String");
    expect(classes.filter((name) => java.className(name) === name)).toEqual([]);
  });

  test("java.util.Properties reads every key and value as it was", () => {
    const wanted = [...new Set(sample)].map((s) => `${hex(s)}=${hex(s)}`);
    expect([...printed("property")].sort()).toEqual(wanted.sort());
  });

  test("an XML reader sees every text and attribute as it was", () => {
    expect(printed("xml")).toEqual(inXml.map((s) => `${hex(s)}=${hex(s)}`));
  });
});

function hex(s: string): string {
  return s
    .split("")
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"))
    .join("");
}

function unhex(digits: string): string {
  return (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}
