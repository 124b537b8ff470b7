// Made by tools/generate.ts of the files beside it: change those, then run it again.
import type { Rule } from "../rule.ts";
import { budget } from "./budget.ts";
import { checkOverlaps } from "./check-overlaps.ts";
import { deadAttempt } from "./dead-attempt.ts";
import { fallbackAnswer } from "./fallback-answer.ts";
import { hangEatsAttempts } from "./hang-eats-attempts.ts";
import { hangNeverOpens } from "./hang-never-opens.ts";
import { limitBelowDemand } from "./limit-below-demand.ts";
import { lockStep } from "./lock-step.ts";
import { maxDelayUnreachable } from "./max-delay-unreachable.ts";
import { minimumExceedsWindow } from "./minimum-exceeds-window.ts";
import { perAttemptAboveTotal } from "./per-attempt-above-total.ts";
import { servers } from "./servers.ts";
import { thresholdAboveMinimum } from "./threshold-above-minimum.ts";
import { thresholdForm } from "./threshold-form.ts";
import { waitExceedsTotal } from "./wait-exceeds-total.ts";
import { windowBelowTimeout } from "./window-below-timeout.ts";

/** Every law that dpm knows by itself. */
export const rules: readonly Rule[] = [
  budget,
  checkOverlaps,
  deadAttempt,
  fallbackAnswer,
  hangEatsAttempts,
  hangNeverOpens,
  limitBelowDemand,
  lockStep,
  maxDelayUnreachable,
  minimumExceedsWindow,
  perAttemptAboveTotal,
  servers,
  thresholdAboveMinimum,
  thresholdForm,
  waitExceedsTotal,
  windowBelowTimeout,
];
