/** Why a path that a target wants to write is refused, in words; `undefined` when it is fine on every platform. */
export function pathFault(path: string): string | undefined {
  if (path === "") return "it is empty";
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return "it is absolute";
  for (const segment of path.split("/")) {
    const fault = segmentFault(segment);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const windowsDevice = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?$/i;
/** Version control runs what lies in these, and the last is the writer's own. */
const guarded = new Set([".git", "git~1", ".hg", ".svn", ".dpm"]);

function segmentFault(segment: string): string | undefined {
  if (segment === "") return "it has an empty part";
  if (segment === "." || segment === "..") return `it has the part \`${segment}\``;
  const character = /[\u0000-\u001f\u007f-\u009f\\<>:"|?*]/.exec(segment)?.[0];
  if (character !== undefined) return `it contains ${naming(character)}, which is no part of a name on every platform`;
  if (!segment.isWellFormed()) return "it is no valid Unicode";
  if (/[. ]$/.test(segment)) return `\`${segment}\` ends with a dot or a space, which Windows drops`;
  if (windowsDevice.test(segment.trimEnd())) return `\`${segment}\` is a device on Windows`;
  if (Buffer.byteLength(segment) > 255) return "a part of it is longer than 255 bytes";
  // V8 takes a millisecond to make the pattern, which ASCII does not need.
  const seen = /[^\0-\x7f]/.test(segment) ? segment.replace(/\p{Default_Ignorable_Code_Point}/gu, "") : segment;
  if (guarded.has(foldName(seen))) {
    return `\`${segment}\` belongs to another program`;
  }
  return undefined;
}

function naming(character: string): string {
  return character > " " && character < "\u007f"
    ? `\`${character}\``
    : `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Names that are equal after this may be one file: on file systems that ignore case, or that compose characters. */
export function foldName(name: string): string {
  return name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}
