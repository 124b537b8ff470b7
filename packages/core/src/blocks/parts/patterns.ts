import { list, object, reference, string } from "../../fields/field.ts";

const pattern = object(
  {
    pattern: string().doc("A block kind, such as `fault_tolerance`, or the name of a pattern that has no blocks."),
    of: reference().optional().doc("The component whose block of that kind is meant; without it the component itself."),
  },
  {
    shorthand: ["pattern"],
    text: "^\\s*(?<pattern>[^\\s=]+)\\s*(?:=\\s*(?<of>[^\\s=](?:[^=]*[^\\s=])?)\\s*)?$",
    expected: 'a kind such as `"load_balancer"`, or whose: `"load_balancer = ApiGateway"`',
  },
);

/** Which patterns of a component are meant. */
export const patterns = list(pattern, { min: 1 });
