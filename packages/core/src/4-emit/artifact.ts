import type { Printed } from "@dpm/print";

/** One file that a target makes, in memory. */
export interface Artifact {
  /** Below the target's own folder, with `/`. */
  readonly path: string;
  readonly content: Printed;
  /** `generated` is dpm's, rewritten every time; `scaffold` is written once and then the user's. */
  readonly mode: "generated" | "scaffold";
  /** Where an engine reads it, so that a platform that runs the component can mount it. */
  readonly mount?: Mount;
}

export interface Mount {
  /** The component whose engine reads the file. */
  readonly component: string;
  /** The absolute path inside its container. */
  readonly path: string;
  /** An image that runs this engine, where the user names none. */
  readonly image?: string;
  /** The TCP ports that the engine listens on because of this file, and no other, where that is so. */
  readonly listens?: readonly number[];
}

/** An artifact with the target that made it. */
export interface TargetArtifact extends Artifact {
  readonly target: string;
}
