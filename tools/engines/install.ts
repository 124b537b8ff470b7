// Installs the engines that tests run against, or the named ones: `node tools/engines/install.ts [names...]`.
import { cacheFolder } from "./cache.ts";
import { engines } from "./index.ts";
import { installEngine } from "./install-engine.ts";
import { inspect, writeManifest } from "./manifest.ts";

/** A build uses every core by itself, so two installs at a time keep a small machine busy and no more. */
const AT_A_TIME = 2;

const names = process.argv.slice(2);
const unknown = names.filter((name) => !engines.some((engine) => engine.name === name));
if (unknown.length > 0) {
  console.error(
    `no engine is called ${unknown.join(", ")}; there are ${engines.map((engine) => engine.name).join(", ")}`,
  );
  process.exit(2);
}

const cache = cacheFolder();
const waiting = engines.filter((engine) => names.length === 0 || names.includes(engine.name));
let failures = 0;

async function installNext(): Promise<void> {
  for (let engine = waiting.shift(); engine !== undefined; engine = waiting.shift()) {
    const started = performance.now();
    const outcome = await installEngine(engine, cache);
    const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
    if ("why" in outcome) {
      failures += 1;
      console.log(`${engine.name.padEnd(12)} failed    ${outcome.why}\n${" ".repeat(13)}install   ${outcome.install}`);
    } else {
      console.log(
        `${engine.name.padEnd(12)} present   ${outcome.version}   ${Object.values(outcome.paths)[0]}   ${seconds}`,
      );
    }
  }
}

await Promise.all(Array.from({ length: AT_A_TIME }, installNext));
writeManifest(cache, inspect(cache));
process.exitCode = failures === 0 ? 0 : 1;
