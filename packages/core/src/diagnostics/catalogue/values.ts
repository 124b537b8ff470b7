import { defineDiagnostics } from "../define.ts";

/** What can be wrong with one field and its value. */
export const valueProblems = defineDiagnostics("core", {
  "unknown-field": {
    severity: "error",
    message: "`{container}` has no field `{field}`",
  },
  "duplicate-field": {
    severity: "error",
    message: "`{field}` is written twice in `{container}`",
    help: "remove one of the two",
  },
  "conflicting-aliases": {
    severity: "error",
    message: "`{first}` and `{second}` are two names of one field of `{container}`, and their values differ",
    help: "remove one of the two",
  },
  "missing-field": {
    severity: "error",
    message: "`{container}` has no `{field}`, expected {expected}",
    help: "add `{field}`",
  },
  "wrong-type": {
    severity: "error",
    message: "`{field}` is {found}, expected {expected}",
  },
  "supplied-value": {
    severity: "error",
    message: "`{field}` has to be known when dpm runs, {call} is known only where the system runs",
    help: "write the value; an environment can choose another",
  },
  "unknown-value": {
    severity: "error",
    message: "`{field}` is `{value}`, expected one of: {values}",
  },
  "unfamiliar-value": {
    severity: "warning",
    message: "`{field}` is `{value}`, which dpm does not know",
    help: "write `{near}` if that is meant",
  },
  "malformed-text": {
    severity: "error",
    message: "`{field}` is {found}, expected {expected}",
  },
  "missing-unit": {
    severity: "error",
    message: "`{field}` is {found} without a unit, expected {expected}",
    help: "add the unit",
  },
  "bad-unit": {
    severity: "error",
    message: "`{field}` is {found}, but there is no unit `{unit}`, expected {expected}",
  },
  "ambiguous-unit": {
    severity: "warning",
    message: "`{field}` is {found}, where `{unit}` is read as `{clear}`, in powers of 1024",
    help: "write `{clear}`, or a plain number of bytes",
  },
  "out-of-range": {
    severity: "error",
    message: "`{field}` is {found}, expected {expected}",
  },
  "inexact-value": {
    severity: "error",
    message: "`{field}` is {found}, which is no whole number of {unit}",
    help: "round it to whole {unit}",
  },
  "too-few-items": {
    severity: "error",
    message: "`{field}` has {found} items, expected at least {min}",
    help: "add an item, or remove `{field}`",
  },
  "too-deep": {
    severity: "error",
    message: "`{field}` is nested deeper than {limit} levels",
    help: "flatten it",
  },
});
