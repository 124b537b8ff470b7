// Prints the modules that a process loaded, as JSON, when it ends. Used with --import.
import { registerHooks } from "node:module";

const loaded = [];
registerHooks({
  load(url, context, next) {
    if (url.startsWith("file:")) loaded.push(url);
    return next(url, context);
  },
});
process.on("exit", () => process.stderr.write(`\n${JSON.stringify(loaded)}\n`));
