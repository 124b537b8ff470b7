import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "./engine.ts";

/** The official Compose loader, compose-go, behind a small program of ours: a file in, the loaded project as JSON out. */
export const compose: Engine = {
  name: "compose",
  version: "2.16.2",
  recipe: ["compose.ts", "compose"],
  needs: [{ probe: ["go", "version"], install: "install Go 1.24 or newer (https://go.dev/dl)" }],
  async install({ into, recipes, run }) {
    const scratch = join(into, "go-build");
    await mkdir(scratch);
    await run("go", ["build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", join(into, "compose"), "."], {
      cwd: join(recipes, "compose"),
      env: { CGO_ENABLED: "0", GOTOOLCHAIN: "local", GOFLAGS: "", GOCACHE: scratch },
    });
    await rm(scratch, { recursive: true });
    return { paths: { compose: "compose" } };
  },
};
