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

/** The names of the files that a source imports; `[]` for a text without any, which is not read. */
export function importsOf(source: SourceFile): readonly string[] {
  if (!/\bimport[ \t]+"/.test(source.text)) return [];
  const { imports = [] } = createParser()(source).document;
  return imports.map(({ text }) => importedName(text, source.name));
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
