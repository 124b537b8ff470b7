// dpm's own formatter from its source: whoever formats this repository has built nothing.
import { registerHooks } from "node:module";

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: ["@dpm/source", ...context.conditions] }),
});

export const { languages, parsers, printers, defaultOptions } =
  await import("../packages/prettier-plugin-dpm/src/index.ts");
