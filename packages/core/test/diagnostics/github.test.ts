import { expect, test } from "vitest";
import { defineDiagnostics } from "../../src/diagnostics/define.ts";
import { toGithub } from "../../src/diagnostics/github.ts";

const problems = defineDiagnostics("core", {
  odd: { severity: "error", message: "100 % of {text}", help: "change it" },
  doubtful: { severity: "warning", message: "doubtful" },
  aside: { severity: "note", message: "by the way" },
});
const source = { name: "a,b:c.dpm", text: "retry {\n  retyr: 3\n}\n" };
const retyr = { file: source.name, start: 10, end: 15 };

test("a finding is one command, with the last column, and everything escaped that would end it", () => {
  const found = problems.odd({ text: "a\nb" }).at(retyr);
  expect(toGithub([found], [source])).toBe(
    "::error file=a%2Cb%3Ac.dpm,line=2,col=3,endLine=2,endColumn=7,title=core/odd::100 %25 of a%0Ab%0Ahelp: change it\n",
  );
});

test("a place of several lines has no columns, since GitHub refuses them", () => {
  const found = problems.doubtful().at({ ...retyr, start: 0, end: 20 });
  expect(toGithub([found], [source], { folder: "shop" })).toBe(
    "::warning file=shop/a%2Cb%3Ac.dpm,line=1,endLine=3,title=core/doubtful::doubtful\n",
  );
});

test("an empty place is one column wide, and what concerns no file names none", () => {
  expect(toGithub([problems.doubtful().at({ ...retyr, end: 10 })], [source])).toContain("col=3,endLine=2,endColumn=3,");
  expect(toGithub([problems.doubtful().at(undefined)], [])).toBe("::warning title=core/doubtful::doubtful\n");
});

test("notes are notices, and shown only where they are asked for", () => {
  expect(toGithub([problems.aside().at(undefined)], [])).toBe("");
  expect(toGithub([problems.aside().at(undefined)], [], { notes: true })).toBe(
    "::notice title=core/aside::by the way\n",
  );
});
