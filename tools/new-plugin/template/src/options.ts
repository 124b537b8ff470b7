import { string } from "@dpm/core";

/** What `.dpmrc` may say below `targets.__target__`, beside `version`. */
export const options = {
  header: string().optional().doc("A comment at the beginning of each file."),
};

export interface Options {
  readonly header?: string | undefined;
}
