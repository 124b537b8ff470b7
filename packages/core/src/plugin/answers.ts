/** What each stage of a plugin may give. Plugins need not be written in TypeScript, so the host looks. */

export function isParsed(result: unknown): boolean {
  return (
    isObject(result) &&
    isObject(result["document"]) &&
    isList(result["document"]["blocks"], isObject) &&
    isFindings(result["diagnostics"])
  );
}

export function isAddition(result: unknown): boolean {
  return isObject(result) && !(result instanceof Promise);
}

export function isFindings(result: unknown): boolean {
  return isList(result, isFinding);
}

export function isEmission(result: unknown): boolean {
  if (!isObject(result) || !isList(result["artifacts"], isArtifact)) return false;
  return result["diagnostics"] === undefined || isFindings(result["diagnostics"]);
}

/** Says what is wrong with something that is no answer. */
export function noAnswer(result: unknown): string {
  if (result instanceof Promise) return "it gave a promise, but every stage is synchronous";
  return "what it gave is not what the plugin contract asks for";
}

type Values = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isFinding(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { code, message, severity, params } = value;
  return (
    typeof code === "string" &&
    typeof message === "string" &&
    isObject(params) &&
    (severity === "error" || severity === "warning" || severity === "note")
  );
}

function isArtifact(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { path, content, mode } = value;
  if (typeof path !== "string" || (mode !== "generated" && mode !== "scaffold")) return false;
  return isObject(content) && typeof content["text"] === "string" && Array.isArray(content["marks"]);
}
