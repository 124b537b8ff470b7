import { spanOf, type Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { WrittenService } from "../services.ts";

/** An engine refuses a container that is promised more than it may take, and takes 0 for no limit. */
export function resources({ name: service, resources: { limits, requests } = {} }: WrittenService): readonly Diagnostic[] {
  const [most, least] = [limits?.memory, requests?.memory];
  return [
    ...(limits?.cpu === 0 ? [problems.noProcessor({ service }).at(spanOf(limits, "cpu"))] : []),
    ...(requests && most !== undefined && least !== undefined && least > most
      ? [problems.reservedAboveLimit({ service }).at(spanOf(requests, "memory"))]
      : []),
  ];
}
