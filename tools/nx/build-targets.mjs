// Gives every package a `build` target. nx would run package scripts through a pnpm that is not on the PATH, so the
// target runs tools/build.ts itself.
import { dirname } from "node:path";

const build = {
  executor: "nx:run-commands",
  options: {
    command: "node --conditions=@dpm/source tools/build.ts {projectRoot}",
    cwd: "{workspaceRoot}",
  },
  cache: true,
  dependsOn: ["^build"],
  inputs: ["sources", "^sources", "builder"],
  outputs: ["{projectRoot}/dist"],
};

export const createNodes = [
  "{packages,plugins}/*/package.json",
  (manifests) => manifests.map((manifest) => [manifest, { projects: { [dirname(manifest)]: { targets: { build } } } }]),
];
