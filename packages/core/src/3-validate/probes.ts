import type { DeployKubernetes } from "../blocks/deploy_kubernetes.ts";

type Probe = NonNullable<DeployKubernetes["livenessProbe"]>;

/** The probes of a pod that are written. */
export function probesOf(block: DeployKubernetes): readonly Probe[] {
  const { startupProbe, livenessProbe, readinessProbe } = block;
  return [startupProbe, livenessProbe, readinessProbe].filter((one) => one !== undefined);
}
