import { environmentKind } from "../../1-parse/nest.ts";
import type { AnnotationNode, BlockNode, Document, FieldNode, ObjectNode } from "../../1-parse/syntax.ts";
import { languagePhrases, languageProblems } from "../../diagnostics/catalogue/language.ts";
import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { Span } from "../../source/source-file.ts";

/** `@suppress("code", "reason")`: findings of this code, within this span, are accepted. */
export interface Suppression {
  readonly code: string;
  readonly reason: string;
  /** Whether a run with another environment may find what this one does not. */
  readonly varies: boolean;
  /** What the annotation stands before. */
  readonly over: Span;
  readonly span: Span;
}

const known: Readonly<Record<string, { readonly min: number; readonly max: number; readonly form: string }>> = {
  suppress: { min: 2, max: 2, form: '@suppress("code", "reason")' },
  deprecated: { min: 0, max: 1, form: '@deprecated("what to use instead")' },
};

/** The suppressions of all files; annotations that are not understood are reported. */
export function suppressionsOf(documents: readonly Document[], diagnostics: Diagnostic[]): readonly Suppression[] {
  const found: Suppression[] = [];
  const varies = documents.some((one) => one.blocks.some(({ kind }) => kind.text === environmentKind));
  const note = (annotations: readonly AnnotationNode[] | undefined, over: Span, where: "block" | "field"): void => {
    for (const annotation of annotations ?? []) {
      if (!isUnderstood(annotation, where, diagnostics)) continue;
      const [code = "", reason = ""] = annotation.values;
      if (annotation.name !== "suppress") continue;
      if (reason.trim() === "") diagnostics.push(languageProblems.suppressionReason().at(annotation.span));
      else found.push({ code, reason, varies, over, span: annotation.span });
    }
  };
  const field = ({ annotations, key, value }: FieldNode, where: "block" | "field" = "field"): void => {
    note(annotations, { ...key.span, end: value.span.end }, where);
    if (value.type === "object") group(value);
  };
  const group = ({ fields, items }: ObjectNode): void => {
    for (const one of fields) field(one);
    for (const one of items?.raws ?? []) field(one);
    for (const one of items?.constants ?? []) field(one, "block");
    for (const one of items?.blocks ?? []) block(one);
  };
  const block = ({ annotations, span, body }: BlockNode): void => {
    note(annotations, span, "block");
    group(body);
  };
  for (const { constants = [], blocks } of documents) {
    for (const one of constants) field(one, "block");
    for (const one of blocks) block(one);
  }
  return found;
}

function isUnderstood(
  { name, values, span }: AnnotationNode,
  where: "block" | "field",
  diagnostics: Diagnostic[],
): boolean {
  const form = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!form) {
    const near = suggest(name, Object.keys(known));
    const place = near === undefined ? {} : { label: phrases.didYouMean({ near: `@${near}` }) };
    diagnostics.push(languageProblems.unknownAnnotation({ name }).at(span, place));
  } else if (name === "deprecated" && where === "field")
    diagnostics.push(
      languageProblems
        .misplaced({ what: languagePhrases.itemDeprecated(), where: languagePhrases.beforeField() })
        .at(span),
    );
  else if (values.length < form.min || values.length > form.max)
    diagnostics.push(languageProblems.annotationForm({ name, form: form.form }).at(span));
  else return true;
  return false;
}

/** What `@deprecated` says of a definition; undefined for one that is not. */
export function deprecationOf(node: Pick<BlockNode | FieldNode, "annotations">): string | undefined {
  const found = node.annotations?.find((one) => one.name === "deprecated");
  return found && (found.values[0] ?? "");
}
