import { defineDiagnostics } from "../define.ts";
import { definePhrases } from "../phrases.ts";

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

/** What stands in these messages, and beside them: what was found, what was expected. */
export const valuePhrases = definePhrases("core", {
  "a-list": "a list",
  "a-group": "a group of fields",
  text: "text in quotes",
  "supplied-text": 'text in quotes, or `env("NAME")`',
  boolean: "`true` or `false`",
  integer: "a whole number",
  number: "a number",
  "exact-number": "a number that can be held exactly",
  duration: "a duration",
  size: "a size",
  share: "a share",
  "share-range": 'a share from 0 to 1, or from `"0%"` to `"100%"`',
  rate: "a rate",
  "processor-time": "processor time",
  fields: "a group of fields `{ ... }`",
  anything: "text, a number, `true`, `false`, `null`, a list or a group",
  "component-name": "the name of a component",
  "such-as": "{what} such as {example}",
  "such-as-either": "{what} such as {one} or {other}",
  "list-of": "a list `[...]` with {item} in each place",
  "one-of": "one of {names}",
  "from-to": "{what} from {min} to {max}",
  "at-least": "{what} of at least {min}",
  "at-most": "{what} of at most {max}",
  // Units of which a value must be a whole number
  microseconds: "microseconds",
  bytes: "bytes",
  "cpu-thousandths": "thousandths of a CPU",
  requests: "requests",
  shares: "shares",
  // Repairs
  "use-one-of": "use one of: {choices}",
  "put-in-list": "put it in `[...]`",
  "put-in-brackets": "put it in brackets",
  "as-seconds": "read it as seconds",
  "as-milliseconds": "read it as milliseconds",
});
