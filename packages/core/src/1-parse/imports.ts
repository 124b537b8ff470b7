import { languageProblems } from "../diagnostics/catalogue/language.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { createParser } from "./parse.ts";
import type { Document } from "./syntax.ts";

/** The name of an imported file, as sources are named: `path` is seen from the file that imports it. */
export function importedName(path: string, from: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") {
      if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
      else parts.push(step);
    } else if (step !== "." && step !== "") parts.push(step);
  }
  return parts.join("/");
}

/** The names of the files that sources import. One without any is not read. */
export function importsOf(sources: readonly SourceFile[]): readonly string[] {
  const importing = sources.filter(({ text }) => /\bimport[ \t]+"/.test(text));
  if (importing.length === 0) return [];
  const parse = createParser();
  return importing.flatMap((source) =>
    (parse(source).document.imports ?? []).map(({ text }) => importedName(text, source.name)),
  );
}

/** Imports that lead nowhere, or stand where nobody looks for them. What they bring is among the sources. */
export function checkImports(documents: readonly Document[]): readonly Diagnostic[] {
  const known = new Set(documents.map((one) => one.file));
  return documents.flatMap(({ file, imports = [], blocks }) =>
    imports.flatMap(({ text, span }) => {
      const isInside = blocks.some((block) => block.span.start < span.start && span.end <= block.span.end);
      return [
        ...(known.has(importedName(text, file)) ? [] : [languageProblems.importMissing({ path: text }).at(span)]),
        ...(isInside ? [languageProblems.importLate().at(span)] : []),
      ];
    }),
  );
}
