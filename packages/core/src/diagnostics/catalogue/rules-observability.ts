import { defineDiagnostics } from "../define.ts";

/** What dpm's own rules find about discovery, alerts and objectives. */
export const observabilityProblems = defineDiagnostics("core", {
  "cache-outlives-instance": {
    severity: "note",
    message:
      "a client that cannot ask the registry trusts what it knows for {ttl}, and the registry forgets a failed instance after {removed}: calls may go to it for {worst}",
    help: 'lower `cache_ttl` to "{shorter}"',
  },
  "refresh-after-expiry": {
    severity: "warning",
    message:
      "a client asks the registry every {refresh}, and what it knows expires after {ttl}: in between it knows nothing",
    help: 'raise `cache_ttl` to "{longer}", or lower `refresh_interval` below {ttl}',
  },
  "several-checks": {
    severity: "note",
    message: "{checks} are {count} checks, and an instance is well only while all of them pass",
    help: "keep `{first}` alone if one check is meant",
  },
  "alert-above-objective": {
    severity: "warning",
    message:
      "errors between {permitted} and {threshold} raise no alert, and `{field}` of `{kind}` permits only {permitted}",
    help: "write `{condition}`",
  },
  "open-alert-restarts": {
    severity: "warning",
    message:
      "an open breaker lets a probe through every {reset}, and then a `duration` of {duration} begins anew: the alert may never be raised",
    help: "lower `duration` below {reset}",
  },
  "dependencies-below-objective": {
    severity: "warning",
    message:
      "`min_availability` is {target}, but what the component needs ({names}) is together available for {reachable}",
    help: "lower `min_availability` to {floor} or less, or add a `fallback` to the calls",
  },
  "objectives-differ": {
    severity: "warning",
    message: "`{field}` permits {permitted} of errors, and `{other}` only {strict}",
    help: "write `{field}: {value}`",
  },
  "absence-alert-late": {
    severity: "note",
    message:
      "the alert is raised {all} after the last instance failed: {detected} until a check has failed, {removed} until the registry forgets the instance, then `duration` {duration}",
    help: "say `health_check_failures > 0` if somebody is to know after {detected}",
  },
});
