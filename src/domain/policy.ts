/** The choices that guidance leaves open. Values and defaults stand in the rule book's `policies.json`. */
export interface Policies {
  readonly withdrawn: "exclude" | "not-upheld";
  readonly oralResolvedNextWorkingDay: "exclude" | "count";
  readonly reopened: "same-complaint" | "new-complaint";
  readonly ageAt: "received" | "incident";
  readonly inconclusive: "stay-open" | "not-upheld" | "partially-upheld" | "upheld";
  readonly clinicalZeros: "zero" | "blank";
}

export type PolicyName = keyof Policies;
