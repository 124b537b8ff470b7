import { definePlugin } from "@dpm/core";
import { problems } from "./diagnostics.ts";
import { policies } from "./lower/fault_tolerance.ts";
import { tests } from "./lower/generate_tests.ts";
import { rawProperties } from "./lower/raw.ts";
import { replicas } from "./lower/replicas.ts";
import { options } from "./options.ts";
import { render } from "./render.ts";
import { support } from "./support.ts";
import { refusals } from "./validate.ts";

/** Resilience4j: a Java policy class per component, plain or built from Spring's registries. */
export default definePlugin({
  name: "resilience4j",
  apiVersion: 1,
  engines: { resilience4j: "2.4.0" },
  options,
  support,
  diagnostics: problems,
  validate: refusals,
  emit: (context) => {
    const { version, options: chosen } = context.target;
    const blocks = context.blocks("fault_tolerance");
    const made = blocks.flatMap((block) => policies(block, context));
    const byComponent = Map.groupBy(made, ({ component }) => component);
    const asked = context.blocks("generate_tests").flatMap((block) => tests(block, byComponent, context));
    const project = {
      style: chosen.style,
      group: chosen.group,
      version: threeNumbers(version.numbers),
      policies: made,
      tests: asked,
    };
    const raw = rawProperties(blocks, context);
    return {
      artifacts: made.length > 0 ? render(project, raw.overlay) : [],
      diagnostics: [...blocks.flatMap((block) => replicas(block, context)), ...raw.overridden],
    };
  },
});

/** Maven knows `2.4.0`, not `2.4`. */
function threeNumbers(numbers: readonly number[]): string {
  return Array.from({ length: Math.max(3, numbers.length) }, (_, index) => numbers[index] ?? 0).join(".");
}
