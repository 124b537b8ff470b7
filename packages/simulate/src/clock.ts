/** A moment to come; until it has come it can be called off. */
export interface Timer {
  readonly cancel: () => void;
}

/** Virtual time in integer microseconds, from 0. Nothing happens between two events. */
export interface Clock {
  readonly now: () => number;
  /** What is done after so long; with a delay of 0 still after everything that is due at this moment already. */
  readonly after: (delay: number, action: () => void) => Timer;
  /**
   * As `after`, but at its moment before everything else. What has not ended *before* a deadline is cut off by it:
   * so an answer exactly at the deadline is late and no attempt begins there, as the rules compute it (start < total).
   */
  readonly deadline: (delay: number, action: () => void) => Timer;
  /** Plays everything. Events of one moment: deadlines first, then in the order in which they were planned. */
  readonly play: (mayGoOn: () => boolean) => "done" | "stopped" | "too_far";
}

interface Planned {
  readonly time: number;
  readonly late: 0 | 1;
  readonly order: number;
  action: (() => void) | undefined;
}

export function createClock(): Clock {
  let time = 0;
  let order = 0;
  const heap: Planned[] = [];
  const plan = (delay: number, late: 0 | 1, action: () => void): Timer => {
    const planned: Planned = { time: time + delay, late, order: order++, action };
    push(heap, planned);
    return { cancel: () => void (planned.action = undefined) };
  };
  return {
    now: () => time,
    after: (delay, action) => plan(delay, 1, action),
    deadline: (delay, action) => plan(delay, 0, action),
    play: (mayGoOn) => {
      for (let next = pop(heap); next; next = pop(heap)) {
        if (!next.action) continue;
        if (!mayGoOn()) return "stopped";
        if (next.time > Number.MAX_SAFE_INTEGER) return "too_far";
        time = next.time;
        next.action();
      }
      return "done";
    },
  };
}

function before(a: Planned, b: Planned): boolean {
  return (a.time - b.time || a.late - b.late || a.order - b.order) < 0;
}

/** A binary heap, the next event first. */
function push(heap: Planned[], planned: Planned): void {
  let at = heap.push(planned) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (!parent || !before(planned, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = planned;
}

function pop(heap: Planned[]): Planned | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (!last || last === first) return first;
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    const child = left && right && before(right, left) ? right : left;
    if (!child || !before(child, last)) break;
    heap[at] = child;
    at = child === left ? 2 * at + 1 : 2 * at + 2;
  }
  heap[at] = last;
  return first;
}
