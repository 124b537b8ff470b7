import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "./engine.ts";

/** The release branch and commit that go.mod pins. */
const VERSION = "1.31-eed52ebb66ad";

const HALF_AN_HOUR = 1_800_000;

/** Two programs of one module: the judge of files, and the server that turns them into a proxy's configuration. */
const programs = { istioctl: "istioctl/cmd/istioctl", discovery: "pilot/cmd/pilot-discovery" };

/** Istio's own programs, built from its Go module: `istioctl` and `pilot-discovery`, which needs no Kubernetes for files. */
export const istio: Engine = {
  name: "istio",
  version: VERSION,
  recipe: ["istio.ts", "istio"],
  needs: [{ probe: ["go", "version"], install: "install Go 1.26 or newer (https://go.dev/dl)" }],
  async install({ into, recipes, run }) {
    const scratch = join(into, "go-build");
    await mkdir(scratch);
    const flags = [
      "-trimpath",
      "-buildvcs=false",
      `-ldflags=-s -w -X istio.io/istio/pkg/version.buildVersion=${VERSION}`,
    ];
    // One after the other: the second finds most of its packages in the scratch cache.
    for (const [name, program] of Object.entries(programs)) {
      await run("go", ["build", ...flags, "-o", join(into, name), `istio.io/istio/${program}`], {
        cwd: join(recipes, "istio"),
        env: { CGO_ENABLED: "0", GOTOOLCHAIN: "local", GOFLAGS: "", GOCACHE: scratch },
        limitMs: HALF_AN_HOUR,
      });
    }
    await rm(scratch, { recursive: true });
    await run(join(into, "istioctl"), ["version", "--remote=false"]);
    return { paths: { istioctl: "istioctl", discovery: "discovery" } };
  },
};
