import { spanOf, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { WrittenService } from "../services.ts";

/** An engine refuses a container that is promised more than it may take. */
export function resources({
  name: service,
  resources: { limits, requests } = {},
}: WrittenService): readonly Diagnostic[] {
  const [most, least] = [limits?.memory, requests?.memory];
  if (!requests || most === undefined || least === undefined || least <= most) return [];
  return [problems.reservedAboveLimit({ service }).at(spanOf(requests, "memory"))];
}
