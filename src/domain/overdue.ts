/** Complaints of a site row against the days their responses were due. */
export interface OverdueLine {
  readonly site: string;
  /** Open at the period's end. */
  readonly open: number;
  /** Of these, past the day their response was due. */
  readonly overdue: number;
  readonly resolved: number;
  /** Of these, answered after the day it was due. */
  readonly resolvedLate: number;
}

export interface OverdueComplaint {
  readonly reference: string;
  readonly site: string;
  /** Null: the system says it is overdue, and not since when. */
  readonly due: string | null;
  /** Days past it at the period's end. */
  readonly days: number | null;
}

/** Deadlines as at the period's end; only for exports that have them. */
export interface Overdue {
  readonly asAt: string;
  readonly sites: readonly OverdueLine[];
  readonly complaints: readonly OverdueComplaint[];
}
