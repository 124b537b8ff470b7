import { record, string } from "@dpm/core";

const name = { pattern: "[a-z0-9][a-z0-9_-]*", expected: "lower-case letters, digits, `_`, `-`" };
const way = { pattern: String.raw`\.{1,2}(?:/[A-Za-z0-9._-]+)*`, expected: "a relative path such as `../..`" };

/** What `.dpmrc` may say below `targets.compose`, beside `version`. */
export const options = {
  images: record(string()).optional().doc("Images for services that name none, before dpm's own catalogue."),
  project: string(name).optional().doc("The project's name; without it that of the first block's component."),
  root: string(way)
    .default("../..")
    .doc("The way from the Compose file's folder to the config's folder, from which folders are written."),
};

export interface Options {
  readonly images?: Readonly<Record<string, string>> | undefined;
  readonly project?: string | undefined;
  readonly root: string;
}
