/** Builds every package through nx, which builds again only what changed. */
import { must, run } from "../program.ts";

export async function buildAll(): Promise<void> {
  must("the build", await run("nx", ["run-many", "--target=build", "--outputStyle=stream"]));
}
