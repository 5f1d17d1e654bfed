/** How a panel was reached, kept with its entry in the browser's history. */
interface Visit {
  /** Panels that were opened one from the other, this one included. */
  readonly depth: number;
  /** The address behind # of the page before the first of them. */
  readonly cameFrom: string;
}

let last: Visit | null = null;

/** The panel that is shown now: one that was seen before, or one that was opened from `previous`. */
export function visitNow(previous: string): Visit {
  const known = visitOf(history.state);
  const now = known ?? { depth: (last?.depth ?? 0) + 1, cameFrom: last?.cameFrom ?? previous };
  if (known === null) history.replaceState(now, "");
  last = now;
  return now;
}

/** The page is shown without a panel, at the address it had; nothing scrolls. */
export function leavePanels(): void {
  if (last !== null) history.replaceState(null, "", `${location.pathname}${location.search}${last.cameFrom}`);
  last = null;
}

/** Somebody went back or on to the page itself. */
export function forgetPanels(): void {
  last = null;
}

function visitOf(state: unknown): Visit | null {
  if (typeof state !== "object" || state === null || !("depth" in state) || !("cameFrom" in state)) return null;
  const { depth, cameFrom } = state;
  return typeof depth === "number" && typeof cameFrom === "string" ? { depth, cameFrom } : null;
}
