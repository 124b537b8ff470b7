// Made by tools/generate.ts of the files beside it: change those, then run it again.
import type { Rule } from "../rule.ts";
import { breakerBlind } from "./breaker-blind.ts";
import { budgetExceeded } from "./budget-exceeded.ts";
import { budgetUnbounded } from "./budget-unbounded.ts";
import { bulkheadStarvesBreaker } from "./bulkhead-starves-breaker.ts";
import { checkOverlaps } from "./check-overlaps.ts";
import { connectNotShorter } from "./connect-not-shorter.ts";
import { countTripsEarly } from "./count-trips-early.ts";
import { deadAttempt } from "./dead-attempt.ts";
import { deadPause } from "./dead-pause.ts";
import { duplicateServer } from "./duplicate-server.ts";
import { fallbackReportsSuccess } from "./fallback-reports-success.ts";
import { fallbackWithoutAnswer } from "./fallback-without-answer.ts";
import { hangEatsAttempts } from "./hang-eats-attempts.ts";
import { hangNeverOpens } from "./hang-never-opens.ts";
import { hashHeaderMissing } from "./hash-header-missing.ts";
import { lateAttempt } from "./late-attempt.ts";
import { limitBelowBenchmark } from "./limit-below-benchmark.ts";
import { limitBelowDemand } from "./limit-below-demand.ts";
import { limitPerInstance } from "./limit-per-instance.ts";
import { lockStep } from "./lock-step.ts";
import { maxDelayUnreachable } from "./max-delay-unreachable.ts";
import { minimumExceedsWindow } from "./minimum-exceeds-window.ts";
import { notReplayed } from "./not-replayed.ts";
import { onlyBackups } from "./only-backups.ts";
import { passwordInUrl } from "./password-in-url.ts";
import { patternNotDefined } from "./pattern-not-defined.ts";
import { perAttemptAboveTotal } from "./per-attempt-above-total.ts";
import { secretLiteral } from "./secret-literal.ts";
import { thresholdAboveMinimum } from "./threshold-above-minimum.ts";
import { thresholdMissing } from "./threshold-missing.ts";
import { thresholdTwice } from "./threshold-twice.ts";
import { unknownPattern } from "./unknown-pattern.ts";
import { waitExceedsTotal } from "./wait-exceeds-total.ts";
import { weightWithoutEffect } from "./weight-without-effect.ts";
import { windowBelowTimeout } from "./window-below-timeout.ts";

/** Every law that dpm knows by itself. */
export const rules: readonly Rule[] = [
  breakerBlind,
  budgetExceeded,
  budgetUnbounded,
  bulkheadStarvesBreaker,
  checkOverlaps,
  connectNotShorter,
  countTripsEarly,
  deadAttempt,
  deadPause,
  duplicateServer,
  fallbackReportsSuccess,
  fallbackWithoutAnswer,
  hangEatsAttempts,
  hangNeverOpens,
  hashHeaderMissing,
  lateAttempt,
  limitBelowBenchmark,
  limitBelowDemand,
  limitPerInstance,
  lockStep,
  maxDelayUnreachable,
  minimumExceedsWindow,
  notReplayed,
  onlyBackups,
  passwordInUrl,
  patternNotDefined,
  perAttemptAboveTotal,
  secretLiteral,
  thresholdAboveMinimum,
  thresholdMissing,
  thresholdTwice,
  unknownPattern,
  waitExceedsTotal,
  weightWithoutEffect,
  windowBelowTimeout,
];
