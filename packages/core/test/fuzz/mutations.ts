import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";

/** Pieces that mean something in dpm, above all those that decide how the rest is read. */
const pieces = [
  ..."{}[]:,()$@".split(""),
  ..."{}[]:,".split(""),
  '"',
  '"x"',
  "a",
  "2s",
  "-1",
  "50%",
  "true",
  "\n",
  "\n  ",
  " ",
  "// c\n",
  "/* c */",
  "/*",
  "/// d\n",
  "a B {",
  "k: ",
  "k {",
  "let x: ",
  "let x: $x\n",
  "$x",
  "use t\n",
  "use T ",
  "template t {",
  "env e {",
  "raw nginx {",
  'import "a.dpm"\n',
  'env("X")',
  'secret("a/b")',
  '@suppress("core/lock-step", "why")\n',
  "@deprecated\n",
  "fault_tolerance A {",
  "retry: ",
  "retry {",
  "timeout: ",
  "circuit_breaker {",
  "load_balancer B {",
  "servers: [",
  "calls: [A]",
  "deploy_docker_compose A {",
  "__proto__",
  "constructor",
  "：",
  "“q”",
  "\\",
  "\0",
  "\u202e",
  "\ud800",
  "名",
];

export const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((all) => all.join(""));

export const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((all) => new TextDecoder("latin1").decode(all)),
  fc.uint8Array({ maxLength: 200 }).map((all) => new TextDecoder().decode(all)),
  fc.string({ unit: "binary", maxLength: 200 }),
);

/** All sources of the repository below a folder: sound texts, of every kind of block. */
export function sourcesBelow(folder: string): readonly string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      // `npm start` leaves a folder `.dpm`.
      .filter(
        (name) => basename(name).length > ".dpm".length && name.endsWith(".dpm") && !name.includes("node_modules"),
      )
      .sort()
      .map((name) => readFileSync(join(folder, name), "utf8"))
  );
}

interface Mutation {
  readonly at: number;
  readonly length: number;
  readonly what: "delete" | "double" | "move" | "insert" | "cut";
  readonly piece: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 60 }),
  what: fc.constantFrom("delete", "double", "move", "insert", "cut"),
  piece: fc.constantFrom(...pieces),
});

/** A real source with a few things gone wrong in it. */
export function mutated(sources: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...sources), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([text, mutations]) => mutations.reduce(mutate, text));
}

function mutate(text: string, { at, length, what, piece }: Mutation): string {
  const start = Math.floor(at * text.length);
  const [before, taken, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  switch (what) {
    case "delete":
      return before + after;
    case "double":
      return before + taken + taken + after;
    case "move":
      return before + after + taken;
    case "insert":
      return before + piece + taken + after;
    case "cut":
      return before;
  }
}
