import { readFileSync } from "node:fs";
import { stripTypeScriptTypes, type LoadFnOutput, type LoadHookContext, type LoadHookSync } from "node:module";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";

/**
 * A load hook that takes a project's `.js` and `.ts` for what they are written as, where Node would go by the `type` of
 * the nearest package.json: `npm init` writes "commonjs" there, and people write `export default` all the same. What
 * is installed is left to Node, and so is what a package of ES modules has besides `entry`.
 */
export function asItIsWritten(entry: string): LoadHookSync {
  return (url, context, next) => {
    const [, language] = /^file:[^?]*\.([jt]s)(?:\?|$)/.exec(url) ?? [];
    const isModule = formatOf(context).startsWith("module");
    if (language === undefined || url.includes("/node_modules/") || (isModule && url !== entry))
      return next(url, context);
    const read = readFileSync(fileURLToPath(url), "utf8");
    const text = language === "ts" ? withoutTypes(read, url) : read;
    if (!isCommonJs(text)) return moduleOf(text);
    return isModule ? moduleOf(commonJsAsModule(text)) : next(url, context);
  };
}

/** Node's types leave out that a format may not be known yet. */
function formatOf({ format }: { readonly format?: LoadHookContext["format"] | null }): string {
  return format ?? "";
}

function moduleOf(source: string): LoadFnOutput {
  return { format: "module", source, shortCircuit: true };
}

/** Node warns of its own function as an experiment, each time; that is no business of who writes a configuration. */
function withoutTypes(text: string, sourceUrl: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text, { sourceUrl });
  } finally {
    process.emitWarning = emitWarning;
  }
}

const commonJsNames = ["exports", "require", "module", "__filename", "__dirname"];

/** What compiles as CommonJS is CommonJS; what does not is a module, or broken, which is told of it as a module. */
function isCommonJs(text: string): boolean {
  try {
    compileFunction(text.replace(/^#!.*/, ""), commonJsNames);
    return true;
  } catch {
    return false;
  }
}

/** What Node gives a CommonJS module, on its first line so that the others keep their numbers. */
function commonJsAsModule(text: string): string {
  const given =
    'import { createRequire as $createRequire } from "node:module";' +
    "const require = $createRequire(import.meta.url), module = { exports: {} }, exports = module.exports," +
    "{ filename: __filename, dirname: __dirname } = import.meta;";
  return `${given}${text.replace(/^#!.*/, "")}\nexport default module.exports;`;
}
