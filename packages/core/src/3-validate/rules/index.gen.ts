// Made by tools/generate.ts of the files beside it: change those, then run it again.
import type { Rule } from "../rule.ts";
import { absenceAlertLate } from "./absence-alert-late.ts";
import { ackedWriteLost } from "./acked-write-lost.ts";
import { alertAboveObjective } from "./alert-above-objective.ts";
import { attemptsMultiply } from "./attempts-multiply.ts";
import { autoscalerAboveStable } from "./autoscaler-above-stable.ts";
import { badCondition } from "./bad-condition.ts";
import { breakerBlind } from "./breaker-blind.ts";
import { budgetExceeded } from "./budget-exceeded.ts";
import { budgetUnbounded } from "./budget-unbounded.ts";
import { bulkheadBelowDemand } from "./bulkhead-below-demand.ts";
import { bulkheadStarvesBreaker } from "./bulkhead-starves-breaker.ts";
import { cacheOutlivesInstance } from "./cache-outlives-instance.ts";
import { calleeOutlastsCaller } from "./callee-outlasts-caller.ts";
import { checkOverlaps } from "./check-overlaps.ts";
import { coldCache } from "./cold-cache.ts";
import { communicationUndefined } from "./communication-undefined.ts";
import { compensationMissing } from "./compensation-missing.ts";
import { compensationOfNobody } from "./compensation-of-nobody.ts";
import { compensationOvertakes } from "./compensation-overtakes.ts";
import { connectNotShorter } from "./connect-not-shorter.ts";
import { countTripsEarly } from "./count-trips-early.ts";
import { cpuRequestMissing } from "./cpu-request-missing.ts";
import { deadAttempt } from "./dead-attempt.ts";
import { deadLettersReorder } from "./dead-letters-reorder.ts";
import { deadPause } from "./dead-pause.ts";
import { dependenciesBelowObjective } from "./dependencies-below-objective.ts";
import { deregisterTooSoon } from "./deregister-too-soon.ts";
import { directoryOutside } from "./directory-outside.ts";
import { duplicateServer } from "./duplicate-server.ts";
import { electionBelowDelay } from "./election-below-delay.ts";
import { electionBelowHeartbeats } from "./election-below-heartbeats.ts";
import { environmentDrift } from "./environment-drift.ts";
import { evenNodes } from "./even-nodes.ts";
import { factorIgnored } from "./factor-ignored.ts";
import { fallbackHidesFailure } from "./fallback-hides-failure.ts";
import { fallbackReportsSuccess } from "./fallback-reports-success.ts";
import { fallbackWithoutAnswer } from "./fallback-without-answer.ts";
import { firstStrategyOnly } from "./first-strategy-only.ts";
import { graceBelowDeadline } from "./grace-below-deadline.ts";
import { hangEatsAttempts } from "./hang-eats-attempts.ts";
import { hangFillsBulkhead } from "./hang-fills-bulkhead.ts";
import { hangNeverOpens } from "./hang-never-opens.ts";
import { hashHeaderMissing } from "./hash-header-missing.ts";
import { hashTag } from "./hash-tag.ts";
import { holdLimitDead } from "./hold-limit-dead.ts";
import { hollowAcks } from "./hollow-acks.ts";
import { imageMissing } from "./image-missing.ts";
import { impliedProperty } from "./implied-property.ts";
import { incompatiblePair } from "./incompatible-pair.ts";
import { insyncAboveCopies } from "./insync-above-copies.ts";
import { insyncAllCopies } from "./insync-all-copies.ts";
import { lagBelowDelay } from "./lag-below-delay.ts";
import { lagInPartition } from "./lag-in-partition.ts";
import { lateAttempt } from "./late-attempt.ts";
import { leaseTooLong } from "./lease-too-long.ts";
import { levelMissing } from "./level-missing.ts";
import { levelOrder } from "./level-order.ts";
import { levelTwice } from "./level-twice.ts";
import { limitBelowBenchmark } from "./limit-below-benchmark.ts";
import { limitBelowDemand } from "./limit-below-demand.ts";
import { limitPerInstance } from "./limit-per-instance.ts";
import { livenessIsReadiness } from "./liveness-is-readiness.ts";
import { lockEndsBeforeWork } from "./lock-ends-before-work.ts";
import { lockGivesUp } from "./lock-gives-up.ts";
import { lockLostInFailover } from "./lock-lost-in-failover.ts";
import { lockLostInPause } from "./lock-lost-in-pause.ts";
import { lockStep } from "./lock-step.ts";
import { maxDelayUnreachable } from "./max-delay-unreachable.ts";
import { metadataTooLong } from "./metadata-too-long.ts";
import { minimumExceedsWindow } from "./minimum-exceeds-window.ts";
import { minorityOfNone } from "./minority-of-none.ts";
import { notReplayed } from "./not-replayed.ts";
import { nothingToAdapt } from "./nothing-to-adapt.ts";
import { objectivesDiffer } from "./objectives-differ.ts";
import { onlyBackups } from "./only-backups.ts";
import { openAlertRestarts } from "./open-alert-restarts.ts";
import { passwordInUrl } from "./password-in-url.ts";
import { patternNotDefined } from "./pattern-not-defined.ts";
import { patternNotFollowed } from "./pattern-not-followed.ts";
import { perAttemptAboveTotal } from "./per-attempt-above-total.ts";
import { pivotOutside } from "./pivot-outside.ts";
import { podsBelowQuorum } from "./pods-below-quorum.ts";
import { pollTooLong } from "./poll-too-long.ts";
import { probeWithoutPort } from "./probe-without-port.ts";
import { protocolOnlyVerified } from "./protocol-only-verified.ts";
import { quorumAboveNodes } from "./quorum-above-nodes.ts";
import { quorumSize } from "./quorum-size.ts";
import { quorumsDisjoint } from "./quorums-disjoint.ts";
import { redisClusterTooSmall } from "./redis-cluster-too-small.ts";
import { refreshAfterExpiry } from "./refresh-after-expiry.ts";
import { registrationWithoutPort } from "./registration-without-port.ts";
import { registryWithoutChecks } from "./registry-without-checks.ts";
import { renewalAfterExpiry } from "./renewal-after-expiry.ts";
import { renewalTooLate } from "./renewal-too-late.ts";
import { replicasUnused } from "./replicas-unused.ts";
import { resetOutlastsOutage } from "./reset-outlasts-outage.ts";
import { restartBeforeDeadline } from "./restart-before-deadline.ts";
import { retentionTwice } from "./retention-twice.ts";
import { retryShorthand } from "./retry-shorthand.ts";
import { retryStorm } from "./retry-storm.ts";
import { sagaBelowSteps } from "./saga-below-steps.ts";
import { sagaStuck } from "./saga-stuck.ts";
import { saidDifferently } from "./said-differently.ts";
import { scriptCheck } from "./script-check.ts";
import { secretLiteral } from "./secret-literal.ts";
import { semiSyncGivesUp } from "./semi-sync-gives-up.ts";
import { severalChecks } from "./several-checks.ts";
import { shardingFixed } from "./sharding-fixed.ts";
import { splitBrain } from "./split-brain.ts";
import { staleFallback } from "./stale-fallback.ts";
import { staleQuorumRead } from "./stale-quorum-read.ts";
import { staleReads } from "./stale-reads.ts";
import { survivorsOverloaded } from "./survivors-overloaded.ts";
import { syncModeIgnored } from "./sync-mode-ignored.ts";
import { thresholdAboveMinimum } from "./threshold-above-minimum.ts";
import { thresholdMissing } from "./threshold-missing.ts";
import { thresholdTwice } from "./threshold-twice.ts";
import { timeoutBelowLatency } from "./timeout-below-latency.ts";
import { timeoutFarAboveLatency } from "./timeout-far-above-latency.ts";
import { uncleanElection } from "./unclean-election.ts";
import { unknownMetric } from "./unknown-metric.ts";
import { unknownPattern } from "./unknown-pattern.ts";
import { unknownScenario } from "./unknown-scenario.ts";
import { votesNotKept } from "./votes-not-kept.ts";
import { waitEatsDeadline } from "./wait-eats-deadline.ts";
import { waitExceedsTotal } from "./wait-exceeds-total.ts";
import { weakerMode } from "./weaker-mode.ts";
import { weightWithoutEffect } from "./weight-without-effect.ts";
import { windowBelowTimeout } from "./window-below-timeout.ts";

/** Every law that dpm knows by itself. */
export const rules: readonly Rule[] = [
  absenceAlertLate,
  ackedWriteLost,
  alertAboveObjective,
  attemptsMultiply,
  autoscalerAboveStable,
  badCondition,
  breakerBlind,
  budgetExceeded,
  budgetUnbounded,
  bulkheadBelowDemand,
  bulkheadStarvesBreaker,
  cacheOutlivesInstance,
  calleeOutlastsCaller,
  checkOverlaps,
  coldCache,
  communicationUndefined,
  compensationMissing,
  compensationOfNobody,
  compensationOvertakes,
  connectNotShorter,
  countTripsEarly,
  cpuRequestMissing,
  deadAttempt,
  deadLettersReorder,
  deadPause,
  dependenciesBelowObjective,
  deregisterTooSoon,
  directoryOutside,
  duplicateServer,
  electionBelowDelay,
  electionBelowHeartbeats,
  environmentDrift,
  evenNodes,
  factorIgnored,
  fallbackHidesFailure,
  fallbackReportsSuccess,
  fallbackWithoutAnswer,
  firstStrategyOnly,
  graceBelowDeadline,
  hangEatsAttempts,
  hangFillsBulkhead,
  hangNeverOpens,
  hashHeaderMissing,
  hashTag,
  holdLimitDead,
  hollowAcks,
  imageMissing,
  impliedProperty,
  incompatiblePair,
  insyncAboveCopies,
  insyncAllCopies,
  lagBelowDelay,
  lagInPartition,
  lateAttempt,
  leaseTooLong,
  levelMissing,
  levelOrder,
  levelTwice,
  limitBelowBenchmark,
  limitBelowDemand,
  limitPerInstance,
  livenessIsReadiness,
  lockEndsBeforeWork,
  lockGivesUp,
  lockLostInFailover,
  lockLostInPause,
  lockStep,
  maxDelayUnreachable,
  metadataTooLong,
  minimumExceedsWindow,
  minorityOfNone,
  notReplayed,
  nothingToAdapt,
  objectivesDiffer,
  onlyBackups,
  openAlertRestarts,
  passwordInUrl,
  patternNotDefined,
  patternNotFollowed,
  perAttemptAboveTotal,
  pivotOutside,
  podsBelowQuorum,
  pollTooLong,
  probeWithoutPort,
  protocolOnlyVerified,
  quorumAboveNodes,
  quorumSize,
  quorumsDisjoint,
  redisClusterTooSmall,
  refreshAfterExpiry,
  registrationWithoutPort,
  registryWithoutChecks,
  renewalAfterExpiry,
  renewalTooLate,
  replicasUnused,
  resetOutlastsOutage,
  restartBeforeDeadline,
  retentionTwice,
  retryShorthand,
  retryStorm,
  sagaBelowSteps,
  sagaStuck,
  saidDifferently,
  scriptCheck,
  secretLiteral,
  semiSyncGivesUp,
  severalChecks,
  shardingFixed,
  splitBrain,
  staleFallback,
  staleQuorumRead,
  staleReads,
  survivorsOverloaded,
  syncModeIgnored,
  thresholdAboveMinimum,
  thresholdMissing,
  thresholdTwice,
  timeoutBelowLatency,
  timeoutFarAboveLatency,
  uncleanElection,
  unknownMetric,
  unknownPattern,
  unknownScenario,
  votesNotKept,
  waitEatsDeadline,
  waitExceedsTotal,
  weakerMode,
  weightWithoutEffect,
  windowBelowTimeout,
];
