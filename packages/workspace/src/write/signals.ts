import { setImmediate as turn } from "node:timers/promises";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs `work` and lets a signal that would end the process wait until it is done. Nobody else listens, so the process
 * then ends by that signal as it would have; where somebody does, it was told and decides.
 */
export async function holdingSignals<T>(work: () => T | Promise<T>): Promise<T> {
  let caught: NodeJS.Signals | undefined;
  const listener = (signal: NodeJS.Signals): void => {
    caught ??= signal;
  };
  for (const signal of signals) process.on(signal, listener);
  try {
    return await work();
  } finally {
    // A signal that came during synchronous work is delivered in a turn of the event loop.
    await turn();
    await turn();
    for (const signal of signals) process.off(signal, listener);
    if (caught && process.listenerCount(caught) === 0) process.kill(process.pid, caught);
  }
}
