import fs from "node:fs";
import { nodeFileSystem, type FileSystem } from "../src/write/file-system.ts";

type Call = keyof FileSystem;

/** What happens at one call: nothing, an error of the system, or the end of the process. */
export type Accident = (call: Call, index: number) => Error | undefined;

/** The real file system, but `accident` is asked before every call. Counts the calls. Syncing only costs time in a test. */
export function brokenFileSystem(accident: Accident): FileSystem & { readonly calls: () => readonly Call[] } {
  const calls: Call[] = [];
  const wrapped = Object.fromEntries(
    Object.entries(nodeFileSystem).map(([name, real]) => [
      name,
      (...given: readonly unknown[]): unknown => {
        const call = name as Call;
        const error = accident(call, calls.length);
        calls.push(call);
        if (!error) return call === "sync" ? undefined : (real as (...given: readonly unknown[]) => unknown)(...given);
        // A write that is cut off leaves a part behind, and a full disk too.
        if (call === "write") fs.writeSync(given[0] as number, (given[1] as Uint8Array).subarray(0, 3));
        // However the attempt ends, descriptors are not to be used up by the test.
        if (call === "close") fs.closeSync(given[0] as number);
        throw error;
      },
    ]),
  );
  return { ...(wrapped as unknown as FileSystem), calls: () => calls };
}

/** What stands for the end of the process: no system error, so nothing handles it. */
export class Killed extends Error {}

/** From this call on nothing works any more, not even tidying up. */
export function killedAt(at: number): Accident {
  return (_, index) => (index >= at ? new Killed() : undefined);
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code, path: "made-by-a-test" });
}
