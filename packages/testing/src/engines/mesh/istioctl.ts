import { execFile } from "node:child_process";
import { pathOf } from "../locate.ts";
import type { Engine } from "../locate.ts";

/** What `istioctl` says of some resources. */
export interface IstioVerdict {
  readonly ok: boolean;
  readonly output: string;
}

const LIMIT_MS = 20_000;

/** Judges every resource by itself: unknown fields and values out of range are errors, warnings are in the output only. */
export function validateIstio(istio: Engine, yaml: string): Promise<IstioVerdict> {
  return ask(istio, ["validate", "-f", "-"], yaml);
}

/** Judges the resources together: a reference that leads nowhere and a warning are errors, a hint is in the output only. */
export function analyzeIstio(istio: Engine, yaml: string): Promise<IstioVerdict> {
  return ask(istio, ["analyze", "--use-kube=false", "--failure-threshold=Warning", "--color=false", "-"], yaml);
}

function ask(istio: Engine, args: readonly string[], yaml: string): Promise<IstioVerdict> {
  const options = { env: {}, timeout: LIMIT_MS, killSignal: "SIGKILL" } as const;
  return new Promise((done) => {
    const call = execFile(pathOf(istio, "istioctl"), args, options, (error, stdout, stderr) =>
      done({ ok: error === null, output: `${stdout}${stderr}`.trim() || (error?.message ?? "") }),
    );
    call.stdin?.on("error", () => {}).end(yaml);
  });
}
