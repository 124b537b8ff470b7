/** `node generate.ts <project> <out>`: what `dpm generate` does, from a build script. Ends as the command would. */
import { generate } from "@dpm/workspace";

const [cwd = ".", out = "generated"] = process.argv.slice(2);
const { exitCode, diagnostics, written } = await generate({ cwd, out });
for (const { severity, code, message } of diagnostics) console.error(`${severity} ${code}: ${message}`);
for (const { path, status } of written) console.log(`${status} ${path}`);
process.exitCode = exitCode;
