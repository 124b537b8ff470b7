/** A place on the machine as the Compose file names it: what is relative is meant from the config's folder. */
export function belowRoot(root: string, folder: string): string {
  if (/^(?:\/|~(?:\/|$))/.test(folder)) return folder;
  const rest = folder.replace(/^(?:\.\/+)+|^\.$/, "");
  return rest === "" ? root : `${root}/${rest}`;
}

/** What an image is built from: a folder, or a repository that the builder fetches. `undefined` when it is neither. */
export function parseBuild(text: string, root: string): string | undefined {
  if (/^(?:https?|git|ssh):\/\/.|^git@./.test(text)) return text;
  // The loader takes everything with `://` for a builder's own word.
  return text === "" || text.includes("://") ? undefined : belowRoot(root, text);
}
