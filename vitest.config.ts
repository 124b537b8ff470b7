import { defineConfig } from "vitest/config";

const conditions = ["@dpm/source"];

export default defineConfig({
  // Only `ssr.resolve.conditions` reaches the modules that tests import; it must live in this one root config.
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: [
      "packages/*/test/**/*.test.ts",
      "plugins/*/test/**/*.test.ts",
      "examples/*/test/**/*.test.ts",
      "tools/**/test/**/*.test.ts",
    ],
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
});
