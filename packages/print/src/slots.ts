/*
 * Second-order rules: what a program does with a string after its file has been parsed. They belong to the slot, not to
 * the language, so a plugin composes them before the printer's `str`, or asks the predicate before printing.
 */

/**
 * For values (never keys) of a Compose file, which expands `$name` and `${name}`: `yaml.str(map(image, dollarDoubled))`.
 * Source: https://docs.docker.com/reference/compose-file/interpolation/
 */
export function dollarDoubled(s: string): string {
  return s.replaceAll("$", "$$$$");
}

/**
 * What Compose puts the value of a variable in place of, in values: `${NAME:?}`. It refuses the file where the variable
 * is not set or empty, so nothing is silently empty.
 *
 * @throws TypeError for what cannot be the name of a variable
 */
export function composeVariable(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new TypeError(`\`${name}\` cannot be the name of a variable`);
  return `\${${name}:?}`;
}

/**
 * Why Spring would not take a property's value as it is written: it expands `${...}` in every property, `#{...}` where
 * a bean reads it through `@Value`, and has no escape for either in the versions before Spring Framework 6.2.
 */
export function springRefusal(s: string): "placeholder" | "expression" | undefined {
  if (s.includes("${")) return "placeholder";
  return s.includes("#{") ? "expression" : undefined;
}

/** Why Maven would not take a pom's text as it is written: it expands `${...}`, without an escape. */
export function mavenRefusal(s: string): "placeholder" | undefined {
  return s.includes("${") ? "placeholder" : undefined;
}
