/** How a panel was reached, kept with its entry in the browser's history. */
interface Visit {
  /** Panels that were opened one from the other, this one included. */
  readonly depth: number;
  /** Before the first of them the page was shown without one; not so when somebody came by an address of a panel. */
  readonly fromPage: boolean;
}

let last: Visit | null = null;

/** The entry that is shown now: one that was seen before, or a new one. */
export function visitNow(isFirst: boolean): Visit {
  const known = visitOf(history.state);
  const now = known ?? { depth: (last?.depth ?? 0) + 1, fromPage: last?.fromPage ?? !isFirst };
  if (known === null) history.replaceState(now, "");
  last = now;
  return now;
}

/** Goes back to the page without a panel, where it was and with its own address. */
export function leavePanels(): void {
  const from = last;
  last = null;
  if (from === null) return;
  if (from.fromPage) history.go(-from.depth);
  else history.pushState(null, "", location.pathname + location.search);
}

/** The page is shown without a panel. */
export function forgetPanels(): void {
  last = null;
}

function visitOf(state: unknown): Visit | null {
  if (typeof state !== "object" || state === null || !("depth" in state) || !("fromPage" in state)) return null;
  const { depth, fromPage } = state;
  return typeof depth === "number" && typeof fromPage === "boolean" ? { depth, fromPage } : null;
}
