/** The median of `runs` timed calls, in milliseconds, after `warm` calls that do not count. */
export async function median(work: () => unknown, { runs = 5, warm = 1 } = {}): Promise<number> {
  const times: number[] = [];
  for (let run = -warm; run < runs; run++) {
    globalThis.gc?.();
    const started = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - started);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

/** One line for people: what was measured against what, the ratio, and the limit that we want to keep. */
export function reportRatio(title: string, ours: number, reference: number, limit: number): void {
  const ratio = ours / reference;
  const verdict = ratio <= limit ? "within" : "ABOVE";
  console.log(
    `${title}: ${ours.toFixed(1)} ms against ${reference.toFixed(1)} ms, ratio ${ratio.toFixed(2)}, ${verdict} the limit of ${limit}`,
  );
}
