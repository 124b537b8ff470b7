/** `npm start`: the example, from its `.dpm` files to every target's configuration, then its backend's worst day. */
import { join } from "node:path";
import { root } from "./packages.ts";
import { run } from "./program.ts";

const example = join(root, "examples", "order-service");
const dpm = join(root, "node_modules", ".bin", "dpm");

const generate = ["generate"];
const simulate = ["simulate", "OrderService", "--backend", "down", "--requests", "5"];

process.exitCode = (await show(generate)) || (await show(simulate));
if (process.exitCode === 0) {
  process.stdout.write(`What to try next, in examples/order-service:
  edit main.dpm and run \`npm start\` again, or call the command from there: ../../node_modules/.bin/dpm
  dpm report                               what each target could say of each field, and how
  dpm generate --target nginx --dry-run    one target, nothing written
  dpm simulate OrderService --backend hang --callers 10
  dpm --help
`);
}

async function show(args: readonly string[]): Promise<number> {
  process.stdout.write(`$ dpm ${args.join(" ")}\n`);
  const { code } = await run(dpm, args, { cwd: example, show: "inherit" });
  process.stdout.write("\n");
  return code;
}
