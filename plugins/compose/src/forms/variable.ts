/**
 * Whether an environment variable can be named so. Images ask for names with `.` and `-` too (`discovery.type`);
 * the Compose loader takes every name that begins with `x-` for an extension, and drops it.
 */
export function isVariable(name: string): boolean {
  return name.length <= 255 && /^(?!x-)[A-Za-z_][\w.-]*$/.test(name);
}
