/** Builds every package through nx, which builds again only what changed. */
import { must, run } from "../program.ts";

export async function buildAll(): Promise<void> {
  // What nx says is shown only when something is wrong, perhaps in a log: without colours, which it would ask for.
  const env = { NO_COLOR: "1", FORCE_COLOR: "0" };
  must("the build", await run("nx", ["run-many", "--target=build", "--outputStyle=stream"], { env }));
}
