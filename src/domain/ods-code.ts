/** Codes of organisations and sites: three characters, or five (a site, or since October 2020 any of either). */
export function isOdsCode(text: string): boolean {
  return /^[A-Z0-9]{3}([A-Z0-9]{2})?$/.test(text);
}

/** A trust's or integrated care board's own code, which is no site's. */
export function isTrustOrIcbCode(code: string): boolean {
  return /^[RQ][A-Z0-9]{2}$/.test(code);
}
