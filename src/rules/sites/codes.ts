/** A trust's or ICB's own code, which is no site's. */
export function isOrganisationCode(code: string): boolean {
  return /^[RQ][A-Z0-9]{2}$/.test(code);
}

/** Site codes: the parent's three characters and two more, or since October 2020 five that do not show the parent. */
export function isSiteCode(code: string): boolean {
  return /^[A-Z0-9]{3}([A-Z0-9]{2})?$/.test(code);
}
