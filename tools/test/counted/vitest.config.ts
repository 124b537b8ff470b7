import { defineConfig } from "vitest/config";

/** Everything that can go wrong in a run, for counted.test.ts. The repository's own run never sees these files. */
export default defineConfig({ cacheDir: "../../../node_modules/.vite", test: { include: ["*.case.ts"] } });
