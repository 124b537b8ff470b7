// Made by tools/generate.ts of the files beside it: change those, then run it again.
import type { Rule } from "../rule.ts";
import { ackedWriteLost } from "./acked-write-lost.ts";
import { breakerBlind } from "./breaker-blind.ts";
import { budgetExceeded } from "./budget-exceeded.ts";
import { budgetUnbounded } from "./budget-unbounded.ts";
import { bulkheadStarvesBreaker } from "./bulkhead-starves-breaker.ts";
import { checkOverlaps } from "./check-overlaps.ts";
import { compensationMissing } from "./compensation-missing.ts";
import { compensationOfNobody } from "./compensation-of-nobody.ts";
import { compensationOvertakes } from "./compensation-overtakes.ts";
import { connectNotShorter } from "./connect-not-shorter.ts";
import { countTripsEarly } from "./count-trips-early.ts";
import { deadAttempt } from "./dead-attempt.ts";
import { deadLettersReorder } from "./dead-letters-reorder.ts";
import { deadPause } from "./dead-pause.ts";
import { duplicateServer } from "./duplicate-server.ts";
import { electionBelowDelay } from "./election-below-delay.ts";
import { electionBelowHeartbeats } from "./election-below-heartbeats.ts";
import { evenNodes } from "./even-nodes.ts";
import { factorIgnored } from "./factor-ignored.ts";
import { fallbackReportsSuccess } from "./fallback-reports-success.ts";
import { fallbackWithoutAnswer } from "./fallback-without-answer.ts";
import { hangEatsAttempts } from "./hang-eats-attempts.ts";
import { hangNeverOpens } from "./hang-never-opens.ts";
import { hashHeaderMissing } from "./hash-header-missing.ts";
import { hollowAcks } from "./hollow-acks.ts";
import { impliedProperty } from "./implied-property.ts";
import { incompatiblePair } from "./incompatible-pair.ts";
import { insyncAboveCopies } from "./insync-above-copies.ts";
import { insyncAllCopies } from "./insync-all-copies.ts";
import { lagBelowDelay } from "./lag-below-delay.ts";
import { lagInPartition } from "./lag-in-partition.ts";
import { lateAttempt } from "./late-attempt.ts";
import { leaseTooLong } from "./lease-too-long.ts";
import { limitBelowBenchmark } from "./limit-below-benchmark.ts";
import { limitBelowDemand } from "./limit-below-demand.ts";
import { limitPerInstance } from "./limit-per-instance.ts";
import { lockLostInFailover } from "./lock-lost-in-failover.ts";
import { lockStep } from "./lock-step.ts";
import { maxDelayUnreachable } from "./max-delay-unreachable.ts";
import { minimumExceedsWindow } from "./minimum-exceeds-window.ts";
import { minorityOfNone } from "./minority-of-none.ts";
import { notReplayed } from "./not-replayed.ts";
import { onlyBackups } from "./only-backups.ts";
import { passwordInUrl } from "./password-in-url.ts";
import { patternNotDefined } from "./pattern-not-defined.ts";
import { perAttemptAboveTotal } from "./per-attempt-above-total.ts";
import { quorumAboveNodes } from "./quorum-above-nodes.ts";
import { quorumSize } from "./quorum-size.ts";
import { quorumsDisjoint } from "./quorums-disjoint.ts";
import { redisClusterTooSmall } from "./redis-cluster-too-small.ts";
import { sagaStuck } from "./saga-stuck.ts";
import { secretLiteral } from "./secret-literal.ts";
import { semiSyncGivesUp } from "./semi-sync-gives-up.ts";
import { splitBrain } from "./split-brain.ts";
import { staleFallback } from "./stale-fallback.ts";
import { staleQuorumRead } from "./stale-quorum-read.ts";
import { staleReads } from "./stale-reads.ts";
import { syncModeIgnored } from "./sync-mode-ignored.ts";
import { thresholdAboveMinimum } from "./threshold-above-minimum.ts";
import { thresholdMissing } from "./threshold-missing.ts";
import { thresholdTwice } from "./threshold-twice.ts";
import { uncleanElection } from "./unclean-election.ts";
import { unknownPattern } from "./unknown-pattern.ts";
import { votesNotKept } from "./votes-not-kept.ts";
import { waitExceedsTotal } from "./wait-exceeds-total.ts";
import { weakerMode } from "./weaker-mode.ts";
import { weightWithoutEffect } from "./weight-without-effect.ts";
import { windowBelowTimeout } from "./window-below-timeout.ts";

/** Every law that dpm knows by itself. */
export const rules: readonly Rule[] = [
  ackedWriteLost,
  breakerBlind,
  budgetExceeded,
  budgetUnbounded,
  bulkheadStarvesBreaker,
  checkOverlaps,
  compensationMissing,
  compensationOfNobody,
  compensationOvertakes,
  connectNotShorter,
  countTripsEarly,
  deadAttempt,
  deadLettersReorder,
  deadPause,
  duplicateServer,
  electionBelowDelay,
  electionBelowHeartbeats,
  evenNodes,
  factorIgnored,
  fallbackReportsSuccess,
  fallbackWithoutAnswer,
  hangEatsAttempts,
  hangNeverOpens,
  hashHeaderMissing,
  hollowAcks,
  impliedProperty,
  incompatiblePair,
  insyncAboveCopies,
  insyncAllCopies,
  lagBelowDelay,
  lagInPartition,
  lateAttempt,
  leaseTooLong,
  limitBelowBenchmark,
  limitBelowDemand,
  limitPerInstance,
  lockLostInFailover,
  lockStep,
  maxDelayUnreachable,
  minimumExceedsWindow,
  minorityOfNone,
  notReplayed,
  onlyBackups,
  passwordInUrl,
  patternNotDefined,
  perAttemptAboveTotal,
  quorumAboveNodes,
  quorumSize,
  quorumsDisjoint,
  redisClusterTooSmall,
  sagaStuck,
  secretLiteral,
  semiSyncGivesUp,
  splitBrain,
  staleFallback,
  staleQuorumRead,
  staleReads,
  syncModeIgnored,
  thresholdAboveMinimum,
  thresholdMissing,
  thresholdTwice,
  uncleanElection,
  unknownPattern,
  votesNotKept,
  waitExceedsTotal,
  weakerMode,
  weightWithoutEffect,
  windowBelowTimeout,
];
