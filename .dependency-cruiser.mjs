// The laws of the house about who may import whom. `tools/boundaries.ts` runs them and fails when they saw too little.
import { readdirSync, readFileSync } from "node:fs";

const entries = ["packages", "plugins"].flatMap((group) =>
  readdirSync(new URL(`./${group}/`, import.meta.url)).flatMap((name) => {
    try {
      const manifest = JSON.parse(readFileSync(new URL(`./${group}/${name}/package.json`, import.meta.url), "utf8"));
      const entries = Object.values(manifest.exports ?? {}).filter((entry) => typeof entry !== "string");
      return entries.map((entry) => `${group}/${name}/${entry["@dpm/source"].slice(2)}`);
    } catch (error) {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
      throw error;
    }
  }),
);

const escape = (path) => path.replace(/[.\\]/g, "\\$&");
const anyEntry = `^(${entries.map(escape).join("|")})$`;
const pure = "^(packages/(core|grammar|prettier-plugin-dpm|print|simulate)|plugins/[^/]+)/src/";

/** What a folder of core may import, besides itself: each phase only what lies before it on the line. */
const ground = ["source", "diagnostics"];
const vocabulary = [...ground, "fields", "blocks"];
const floors = {
  source: [],
  diagnostics: ["source"],
  fields: [...ground],
  blocks: [...ground, "fields"],
  "1-parse": [...vocabulary],
  "2-normalize": [...vocabulary, "1-parse"],
  "3-validate": [...vocabulary, "1-parse", "2-normalize"],
  "4-emit": [...vocabulary, "1-parse", "2-normalize", "3-validate"],
  docs: [...vocabulary, "2-normalize", "4-emit"],
};

const downward = Object.entries(floors).map(([folder, lower]) => ({
  name: `core-${folder}-imports-downward`,
  comment: "A phase imports lower phases, source, diagnostics, fields and blocks; of the plugin contract only types.",
  severity: "error",
  from: { path: `^packages/core/src/${folder}/` },
  to: {
    path: "^packages/core/src/",
    pathNot: `^packages/core/src/(${[folder, ...lower].join("|")})/`,
    dependencyTypesNot: ["type-only"],
  },
}));

const downwardTypes = Object.entries(floors).map(([folder, lower]) => ({
  name: `core-${folder}-types-downward`,
  comment: "Beside the lower floors a phase may name the plugin contract's types.",
  severity: "error",
  from: { path: `^packages/core/src/${folder}/` },
  to: { path: "^packages/core/src/", pathNot: `^packages/core/src/(${[folder, ...lower, "plugin"].join("|")})/` },
}));

/** Each package and the @dpm packages that its sources may import. */
const reach = {
  "packages/print": [],
  "packages/core": ["packages/print"],
  "packages/grammar": ["packages/core"],
  "packages/simulate": ["packages/core"],
  "packages/workspace": ["packages/core", "packages/print", "packages/simulate"],
  "packages/prettier-plugin-dpm": ["packages/core"],
  "packages/cli": [
    ...["packages/core", "packages/print", "packages/simulate", "packages/workspace"],
    "packages/prettier-plugin-dpm",
  ],
  "packages/testing": ["packages/core", "packages/print", "packages/simulate", "packages/workspace"],
};

const reaching = Object.entries(reach).map(([folder, others]) => ({
  name: `${folder.slice("packages/".length)}-reaches`,
  comment: `Imports ${others.length ? others.join(", ") : "no other package of dpm"}.`,
  severity: "error",
  from: { path: `^${folder}/src/` },
  to: { path: "^(packages|plugins|examples|tools|bench)/", pathNot: `^(${[folder, ...others].join("|")})/src/` },
}));

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Not even of types: a cycle is one thing in two files.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolvable",
      comment: "Every import must lead somewhere, or the other laws see nothing.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "public-entries-only",
      comment: "From outside a package only its public entries are imported.",
      severity: "error",
      from: { path: "^(packages|plugins|examples|tools|bench)/([^/]+)/" },
      to: { path: "^(packages|plugins)/[^/]+/", pathNot: ["^$1/$2/", anyEntry] },
    },
    {
      name: "no-tests-in-sources",
      comment: "Sources import neither tests nor what only tests need.",
      severity: "error",
      from: { path: "^(packages|plugins)/[^/]+/src/", pathNot: "^packages/testing/src/" },
      to: { path: "/test/|node_modules/(vitest|fast-check)/" },
    },
    {
      name: "pure-touches-nothing",
      comment: "Only workspace, cli, testing and tools touch disk, process or clock.",
      severity: "error",
      from: { path: pure },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "plugin-imports-core-and-print",
      comment: "A plugin's sources import @dpm/core and @dpm/print, nothing else: no other plugin, no third party.",
      severity: "error",
      from: { path: "^plugins/([^/]+)/src/" },
      to: { pathNot: ["^plugins/$1/src/", "^packages/(core|print)/src/"] },
    },
    {
      name: "plugin-tests-stay-home",
      comment: "A plugin's tests import the plugin, @dpm/core, @dpm/print, @dpm/testing and no other plugin.",
      severity: "error",
      from: { path: "^plugins/([^/]+)/test/" },
      to: { path: "^(packages|plugins)/", pathNot: ["^plugins/$1/", "^packages/(core|print|testing)/"] },
    },
    {
      name: "engine-model-knows-no-dpm",
      comment: "model.ts is the engine's own vocabulary; from @dpm/print it may take Traced.",
      severity: "error",
      from: { path: "^plugins/([^/]+)/src/model(\\.ts$|/)" },
      to: { pathNot: ["^plugins/$1/src/model(\\.ts$|/)", "^packages/print/src/"] },
    },
    {
      name: "render-sees-model-and-print",
      comment: "render.ts turns the engine's model into text and knows nothing of dpm.",
      severity: "error",
      from: { path: "^plugins/([^/]+)/src/render(\\.ts$|/)" },
      to: { pathNot: ["^plugins/$1/src/(model|render)(\\.ts$|/)", "^packages/print/src/"] },
    },
    {
      name: "packages-import-no-plugin",
      comment: "Targets are found by name at run time; no package knows one.",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^plugins/" },
    },
    ...downward,
    ...downwardTypes,
    ...reaching,
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    exclude: { path: ["^(packages|plugins)/[^/]+/dist/", "/(fixtures|expected|generated|template)/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@dpm/source", "import", "node", "default", "types"],
      extensions: [".ts", ".mts", ".js", ".mjs", ".json"],
    },
  },
};
