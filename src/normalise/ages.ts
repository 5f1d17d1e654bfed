/** Completed years as a person writes them: 45, 45.0, "45 years", "6 months", "3/52". Null: not readable. */
export function readAge(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  const years = /^(\d{1,4})(?:\.\d+)?(?:\s*(?:y|yr|yrs|years?)(?:\s*old)?)?$/.exec(trimmed);
  if (years) return Number(years[1]);
  const months = /^(\d{1,3})\s*(?:\/12|m|mths?|months?)(?:\s*old)?$/.exec(trimmed);
  if (months) return Math.floor(Number(months[1]) / 12);
  const short = /^(\d{1,2})\s*(?:\/52|\/7|w|wks?|weeks?|d|days?)(?:\s*old)?$/.exec(trimmed);
  return short ? 0 : null;
}

/** Words that say nobody knows the age. */
export function isUnknownAge(text: string): boolean {
  return /^(unknown|not known|not stated|n\/?k|n\/?a|-|\?)?$/i.test(text.trim());
}
