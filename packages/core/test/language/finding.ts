import { compileText } from "../compile/compiling.ts";
import type { CompileInput } from "../../src/plugin/compile-input.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Component, Model } from "../../src/2-normalize/model.ts";

/** What dpm finds in a text, as `severity slug: what it points at`, without what is conditional. */
export function found(text: string, more: Omit<CompileInput, "sources"> = {}): readonly string[] {
  return compileText(text, more)
    .diagnostics.filter(({ code }) => code !== "core/conditional")
    .map((one) => `${one.severity} ${one.code.replace(/^core\//, "")}: ${pointed(one, text)}`);
}

function pointed({ span }: Diagnostic, text: string): string {
  return span ? text.slice(span.start, span.end) : "";
}

/** The model of a text without errors. */
export function modelOf(text: string): Model {
  const { model, diagnostics } = compileText(text);
  const errors = diagnostics.filter((one) => one.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((one) => one.message).join("\n"));
  return model;
}

/** The component of that name. */
export function componentIn(text: string, name: string): Component {
  const component = modelOf(text).components.find((one) => one.name === name);
  if (!component) throw new Error(`no component ${name}`);
  return component;
}

/** The policy of the one component of a text. */
export function policyIn(body: string): Component["policy"] {
  return componentIn(`fault_tolerance Thing { ${body} }`, "Thing").policy;
}
