// Says which engines are there, without installing any: `node tools/engines/list.ts [--json]`.
import { cacheFolder } from "./cache.ts";
import { inspect } from "./manifest.ts";

const manifest = inspect(cacheFolder());
if (process.argv.includes("--json")) {
  console.log(JSON.stringify(manifest, undefined, 2));
} else {
  for (const engine of manifest.engines) {
    if ("missing" in engine) console.log(`${engine.name.padEnd(12)} missing   ${engine.install}`);
    else console.log(`${engine.name.padEnd(12)} present   ${engine.version}   ${Object.values(engine.paths)[0]}`);
  }
}
