/** Builds every package through nx, which builds again only what changed. */
import { run } from "../program.ts";

export async function buildAll(): Promise<void> {
  const { code, output } = await run("nx", ["run-many", "--target=build", "--outputStyle=stream"]);
  if (code !== 0) throw new Error(`the packages were not built\n${output}`);
}
