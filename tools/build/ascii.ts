/**
 * Code in plain ASCII: V8 keeps a file with one other character at two bytes each, and Node converts the whole of it
 * once more in every run to look up what it compiled.
 */
import type { Plugin } from "rolldown";

/** Every other character becomes its escape, which means the same in strings, patterns and names. */
export function ascii(): Plugin {
  return {
    name: "ascii",
    // What a chunk becomes before this, rolldown prints again, and prints characters.
    generateBundle: (_, files) => {
      for (const file of Object.values(files)) {
        if (file.type !== "chunk") continue;
        // A raw template shows its escapes.
        if (/String\.raw`[^`]*[^\0-\x7f]/.test(file.code))
          throw new Error(`${file.fileName}: a raw template is not ASCII`);
        file.code = file.code.replaceAll(/[^\0-\x7f]/g, escaped);
      }
    },
  };
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
