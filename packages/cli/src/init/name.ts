/** A name that a block can have. */
export function isName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/.test(name);
}
