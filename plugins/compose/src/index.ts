import { definePlugin, overlayRaw, type Diagnostic } from "@dpm/core";
import { problems } from "./diagnostics.ts";
import { byComponent } from "./lower/generated.ts";
import { project } from "./lower/project.ts";
import { options } from "./options.ts";
import { render } from "./render.ts";
import { support } from "./support.ts";
import { refusals } from "./validate.ts";

/** Docker Compose: all services of the model in one file. */
export default definePlugin({
  name: "compose",
  apiVersion: 1,
  engines: { "docker compose": "2" },
  options,
  support,
  diagnostics: problems,
  validate: refusals,
  emit: (context) => {
    const [first, ...others] = context.blocks("deploy_docker_compose");
    if (!first) return { artifacts: [] };
    const made = project([first, ...others], { ...context, generated: byComponent(context.artifacts) });
    const overridden: Diagnostic[] = [];
    const content = render(made.project, (below, raw) => {
      const { node, diagnostics } = overlayRaw(below, raw, context.target.name, context.on);
      overridden.push(...diagnostics);
      return node;
    });
    return {
      artifacts: [{ path: "compose.yaml", content, mode: "generated" }],
      diagnostics: [...made.diagnostics, ...overridden],
    };
  },
});
