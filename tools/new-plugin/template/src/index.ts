import { definePlugin, serviceNameOf } from "@dpm/core";
import { problems } from "./diagnostics.ts";
import { pool } from "./lower/load_balancer.ts";
import { options } from "./options.ts";
import { render } from "./render.ts";
import { support } from "./support.ts";

/** __target__: one file for each gateway. */
export default definePlugin({
  name: "__target__",
  apiVersion: 1,
  engines: { "__target__": "1.0" },
  options,
  support,
  diagnostics: problems,
  emit: (context) => ({
    artifacts: context.blocks("load_balancer").map((block) => ({
      path: `${serviceNameOf(block.name)}.yaml`,
      content: render(pool(block, context), context.target.options),
      mode: "generated",
    })),
  }),
});
