import { cacheFolder, findInstalled } from "./cache.ts";
import type { Present } from "./cache.ts";
import { compose } from "./compose.ts";
import type { Engine } from "./engine.ts";
import { envoy } from "./envoy.ts";
import { istio } from "./istio.ts";
import { jvm } from "./jvm.ts";
import { nginx122 } from "./nginx-1.22.ts";
import { nginx131 } from "./nginx-1.31.ts";

/** Every engine that tests run against, the cheap ones first. */
export const engines: readonly Engine[] = [nginx122, nginx131, envoy, compose, jvm, istio];

/** An engine that is not installed, and the command that installs it. */
export interface Missing {
  readonly name: string;
  readonly missing: true;
  readonly install: string;
}

/** The installed engine of a name, or the command that installs it; throws for a name that no engine has. */
export function locate(name: string, cache: string = cacheFolder()): Present | Missing {
  const engine = engines.find((one) => one.name === name);
  if (engine === undefined)
    throw new Error(`no engine is called \`${name}\`; there are ${engines.map((one) => one.name).join(", ")}`);
  return findInstalled(engine, cache) ?? { name, missing: true, install: `npm run engines -- ${name}` };
}
