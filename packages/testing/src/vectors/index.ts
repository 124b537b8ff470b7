import { breakerVectors } from "./breaker.ts";
import { bulkheadVectors } from "./bulkhead.ts";
import { fallbackVectors } from "./fallback.ts";
import { gatewayVectors } from "./gateway.ts";
import { halfOpenVectors } from "./half-open.ts";
import { meshVectors } from "./mesh.ts";
import { orderServiceVectors } from "./order-service.ts";
import { periodVectors } from "./periods.ts";
import { retryVectors } from "./retry.ts";
import type { Vector } from "./vector.ts";

export { orderService } from "./order-service.ts";
export { play, scenarioOf, type Played } from "./play.ts";
export { deviations, observedIn, type Observed, type ObservedRequest, type Tolerance } from "./deviations.ts";
export type { Expected, Vector, VectorBackend, VectorLayer, VectorOutcome } from "./vector.ts";

/** Every conformance vector. An engine plays those whose layers it is; a deviation is a declared verdict or a mistake. */
export const vectors: readonly Vector[] = [
  ...orderServiceVectors,
  ...breakerVectors,
  ...halfOpenVectors,
  ...periodVectors,
  ...retryVectors,
  ...bulkheadVectors,
  ...fallbackVectors,
  ...gatewayVectors,
  ...meshVectors,
];
