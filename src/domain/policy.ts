/** The choices that guidance leaves open. Values and defaults stand in the rule book's `policies.json`. */
export interface Policies {
  readonly withdrawn: "exclude" | "not-upheld";
  readonly oralResolvedNextWorkingDay: "exclude" | "count";
  readonly reopened: "same-complaint" | "new-complaint";
  readonly ageAt: "received" | "incident";
  readonly inconclusive: "stay-open" | "not-upheld" | "partially-upheld" | "upheld";
  readonly clinicalZeros: "zero" | "blank";
  /** Figures from 1 up to this one are small on a page for a board; 0: none is. */
  readonly smallNumbers: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10";
}

export type PolicyName = keyof Policies;
