/** A program of the machine without which an engine cannot be installed. */
export interface Need {
  /** A harmless call of the program; it is there when this exits with 0. */
  readonly probe: readonly [command: string, ...args: string[]];
  /** The command that brings it. */
  readonly install: string;
}

/** What an engine's install function may use. */
export interface Workbench {
  /** The empty folder to install into; it becomes the engine's folder once everything in it is there. */
  readonly into: string;
  /** The folder of all engines, for downloads that a later install uses again. */
  readonly cache: string;
  /** The folder of the recipes. */
  readonly recipes: string;
  /** Runs a program to its end and gives its stdout; throws with the end of its output when it fails or takes longer than its limit. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<string>;
}

/** How a program is run; the limit is ten minutes when nothing is said. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly limitMs?: number;
}

/** An engine that tests run against: data, and how to install it. */
export interface Engine {
  /** What tests ask for, for example `nginx-1.22`. */
  readonly name: string;
  /** The pinned version. */
  readonly version: string;
  /** Files and folders beside this one that decide what gets installed; a change in one of them asks for a new install. */
  readonly recipe: readonly string[];
  readonly needs: readonly Need[];
  /** Installs into the workbench's folder; the answer's paths are relative to it. */
  readonly install: (bench: Workbench) => Promise<Installed>;
}

/** What an install function made. */
export interface Installed {
  /** The exact version, where it says more than the pinned one (a distribution's revision). */
  readonly version?: string;
  readonly paths: Readonly<Record<string, string>>;
}
