import { execFile } from "node:child_process";
import type { RunOptions } from "./engine.ts";

const TEN_MINUTES = 600_000;
const ALL_OUTPUT = 64 * 1024 * 1024;

/** Runs a program to its end and gives its stdout; throws with the end of its output when it fails or takes longer than its limit. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const limitMs = options.limitMs ?? TEN_MINUTES;
  return new Promise((resolve, reject) => {
    execFile(
      command,
      [...args],
      {
        cwd: options.cwd,
        env: { ...process.env, ...options.env },
        timeout: limitMs,
        killSignal: "SIGKILL",
        maxBuffer: ALL_OUTPUT,
      },
      (error, stdout, stderr) => {
        if (error === null) return resolve(stdout);
        const call = `\`${command} ${args[0] ?? ""}\``;
        if (error.code === "ENOENT") return reject(new Error(`\`${command}\` is not installed`));
        if (error.killed === true) return reject(new Error(`${call} did not end within ${limitMs / 1000} s`));
        reject(new Error(`${call} failed: ${lastLines(stderr || stdout || error.message)}`));
      },
    ).stdin?.end();
  });
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-12).join("\n");
}
