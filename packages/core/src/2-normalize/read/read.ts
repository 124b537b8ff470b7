import { valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { FieldSpec, TypeSpec } from "../../fields/spec.ts";
import type { ValueNode } from "../../1-parse/syntax.ts";
import { readEnum } from "./enumeration.ts";
import { readFields } from "./fields.ts";
import { readJson } from "./json.ts";
import { readList } from "./list.ts";
import { readNumber } from "./number.ts";
import { report, type Place } from "./place.ts";
import { readQuantity } from "./quantity.ts";
import { readRecord } from "./record.ts";
import { readBoolean, readText } from "./text.ts";
import { readSupplied } from "./supplied.ts";
import { readVariant } from "./variant.ts";

/** No value that people write goes deeper, and what a plugin computes must not exhaust the stack. */
const deepest = 128;

/**
 * Syntax to a value of the model, as a type or a field says: frozen, defaults filled in, origins attached.
 * `undefined` when it cannot be read; every reason has been reported at its place then.
 */
export function read(node: ValueNode, spec: FieldSpec | TypeSpec, place: Place): unknown {
  const type = "of" in spec ? spec.of : spec;
  if (place.depth > deepest)
    return report(place, valueProblems.tooDeep({ field: place.name, limit: deepest }), node.span);
  // A constant that is not declared has been reported where it stands.
  if (node.type === "constant") return undefined;
  if (node.type === "call") return readSupplied(node, type, place);
  switch (type.type) {
    case "string":
    case "reference":
      return readText(node, type, place);
    case "boolean":
      return readBoolean(node, type, place);
    case "integer":
    case "number":
      return readNumber(node, type, place);
    case "duration":
    case "size":
    case "ratio":
    case "rate":
    case "cpu":
      return readQuantity(node, type, place);
    case "enum":
      return readEnum(node, type, place);
    case "list":
      return readList(node, type, place, read);
    case "record":
      return readRecord(node, type, place, read);
    case "object":
      return readFields(node, type, place, read);
    case "variant":
      return readVariant(node, type, place, read);
    case "json":
      return readJson(node, type, place, read);
  }
}
