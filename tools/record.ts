/** `npm run record [-- <vitest arguments>]`: writes what the golden cases give now as what they should give. */
import { run } from "./program.ts";

const { code } = await run("vitest", ["run", ...(process.argv.length > 2 ? process.argv.slice(2) : ["golden"])], {
  env: { RECORD: "1" },
  show: "inherit",
});
process.stdout.write("\nRead the difference before you commit it: git diff --stat\n");
process.exitCode = code;
