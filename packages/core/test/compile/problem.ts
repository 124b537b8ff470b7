import type { Reason } from "../../src/diagnostics/diagnostic.ts";

/** Why a test's target cannot say something. */
export const problem: Reason = { code: "test/cannot", message: "it cannot", params: {} };
