import { execFile } from "node:child_process";
import { inOneLine } from "../thrown.ts";

/** More names than that no repository has. */
const maxBuffer = 256 * 1024 * 1024;

/** What git printed, or its last word. */
export type GitAnswer = { readonly text: string } | { readonly reason: string };

/** Asks git and nothing in between: no shell, no question back, no change of the repository. */
export function git(
  args: readonly string[],
  { cwd, index, input }: { readonly cwd: string; readonly index?: string; readonly input?: string },
): Promise<GitAnswer> {
  const env = {
    ...process.env,
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
    ...(index !== undefined && { GIT_INDEX_FILE: index }),
  };
  return new Promise((resolve) => {
    const child = execFile("git", [...args], { cwd, env, maxBuffer, windowsHide: true }, (error, stdout, stderr) => {
      if (!error) resolve({ text: stdout });
      else if (error.code === "ENOENT") resolve({ reason: "git is not installed" });
      else resolve({ reason: lastLine(stderr) ?? inOneLine(error) });
    });
    // Git may end before it has read all.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
  });
}

function lastLine(text: string): string | undefined {
  const line = text
    .trim()
    .split("\n")
    .at(-1)
    ?.replace(/^fatal: /, "");
  return line === "" ? undefined : line;
}
