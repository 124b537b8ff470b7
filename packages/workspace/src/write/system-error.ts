import { relative, sep } from "node:path";
import { errorCode } from "./durable.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "it is larger than the file system takes",
  EACCES: "permission is denied",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open on this machine",
  EIO: "the disk reported an error",
  ENOENT: "it does not exist",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  ELOOP: "its symbolic links go round in a circle",
  ENAMETOOLONG: "its path is too long",
  EBUSY: "another program uses it",
};

/** A system error in words, and the file that it concerns, from `folder`. Anything else is a bug, and thrown again. */
export function reasonOf(error: unknown, folder: string): { readonly path?: string; readonly reason: string } {
  const code = errorCode(error);
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
  const reason = reasons[code] ?? `the system says ${code}`;
  const path = error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : undefined;
  return { ...(path !== undefined && { path: relative(folder, path).split(sep).join("/") }), reason };
}
