import { isAbsolute } from "node:path";

/** Where a plugin's name leads: to a file, or to the first of some packages that is installed. */
export type Reference = { readonly path: string } | { readonly packages: readonly string[] };

/**
 * `nginx` means `@dpm/plugin-nginx`, then `dpm-plugin-nginx`. A path is a path; anything else is a package's full name.
 */
export function referenceOf(text: string): Reference {
  if (/^\.{1,2}(?:[/\\]|$)/.test(text) || isAbsolute(text)) return { path: text };
  if (/[/@\\]/.test(text) || text.startsWith("dpm-plugin-")) return { packages: [text] };
  return { packages: [`@dpm/plugin-${text}`, `dpm-plugin-${text}`] };
}
