/** `npm run bench [name]`: every program of this folder, one after another, each in a process of its own. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const programs = ["parse", "check", "compile", "write", "startup"];
const wanted = process.argv.slice(2);
for (const name of programs.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  console.log(`\n${name}`);
  const file = join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", "--conditions=@dpm/source", file], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
