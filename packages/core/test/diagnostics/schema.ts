type Schema = Readonly<Record<string, unknown>>;

const known = [
  "$schema",
  "$defs",
  "$ref",
  "title",
  "description",
  "type",
  "required",
  "properties",
  "additionalProperties",
  "items",
  "enum",
  "anyOf",
  "pattern",
  "minimum",
];

/** The places at which a value breaks a JSON Schema. Knows the keywords that dpm's schemas use and throws at any other. */
export function violations(value: unknown, schema: Schema, root: Schema = schema, at = "$"): readonly string[] {
  const strange = Object.keys(schema).filter((keyword) => !known.includes(keyword));
  if (strange.length > 0) throw new Error(`this check knows no ${strange.join(", ")}`);
  const { $ref, type, enum: allowed, anyOf, pattern, minimum } = schema;
  if (typeof $ref === "string") return violations(value, resolve(root, $ref), root, at);
  const alternatives = anyOf as readonly Schema[] | undefined;
  const found: string[] = [];
  if (alternatives && !alternatives.some((one) => violations(value, one, root, at).length === 0))
    found.push(`${at}: none of the alternatives`);
  if (Array.isArray(allowed) && !allowed.includes(value)) found.push(`${at}: not one of ${allowed.join(", ")}`);
  if (typeof type === "string" && !hasType(value, type)) return [...found, `${at}: no ${type}`];
  if (typeof pattern === "string" && typeof value === "string" && !new RegExp(pattern, "u").test(value))
    found.push(`${at}: not ${pattern}`);
  if (typeof minimum === "number" && typeof value === "number" && value < minimum)
    found.push(`${at}: below ${minimum}`);
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items !== undefined)
      found.push(...value.flatMap((item, index) => violations(item, items as Schema, root, `${at}[${index}]`)));
  } else if (typeof value === "object" && value !== null) found.push(...inObject(value as Schema, schema, root, at));
  return found;
}

function inObject(value: Schema, schema: Schema, root: Schema, at: string): readonly string[] {
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, Schema>>;
  const others = schema["additionalProperties"];
  const missing = ((schema["required"] ?? []) as readonly string[]).filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.map((name) => `${at}: lacks ${name}`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (own) return violations(inner, own, root, `${at}.${name}`);
      if (others === false) return [`${at}: has ${name}`];
      return typeof others === "object" ? violations(inner, others as Schema, root, `${at}.${name}`) : [];
    }),
  ];
}

function resolve(root: Schema, ref: string): Schema {
  return ref
    .slice(2)
    .split("/")
    .reduce((schema, name) => schema[name] as Schema, root);
}

function hasType(value: unknown, type: string): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return type === "object"
    ? typeof value === "object" && value !== null && !Array.isArray(value)
    : typeof value === type;
}
