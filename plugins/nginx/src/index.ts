import { definePlugin, serviceNameOf } from "@dpm/core";
import { problems } from "./diagnostics.ts";
import { gateway } from "./lower/gateway.ts";
import { options } from "./options.ts";
import { render } from "./render.ts";
import { support } from "./support.ts";
import { refusals, sameFiles, tooOld } from "./validate.ts";

/** nginx: gateways as whole configuration files. */
export default definePlugin({
  name: "nginx",
  apiVersion: 1,
  engines: { nginx: "1.22" },
  options,
  support,
  diagnostics: problems,
  validate: (context) => [
    ...tooOld(context),
    ...sameFiles(context),
    ...context.blocks("load_balancer").flatMap((block) => refusals(block, context)),
  ],
  emit: (context) => ({
    artifacts: context.blocks("load_balancer").map((block) => ({
      path: `${serviceNameOf(block.name)}.conf`,
      content: render(gateway(block, context)),
      mode: "generated",
      mount: {
        component: block.name,
        path: "/etc/nginx/nginx.conf",
        image: `nginx:${context.target.version.text}`,
        listens: [block.listen],
      },
    })),
  }),
});
