// Prints what a folder's configuration says. Runs under Node itself, since a test runner would load modules in its own way.
import { findConfig } from "../src/config/find-config.ts";
import { readConfig } from "../src/config/read-config.ts";

const search = await findConfig(process.argv[2] ?? ".");
const read = search?.folder !== undefined && search.diagnostics.length === 0 ? readConfig(search) : undefined;
const diagnostics = [...(search?.diagnostics ?? []), ...(read?.diagnostics ?? [])];
console.log(JSON.stringify({ targets: read?.config.targets.map((one) => one.name), diagnostics }));
