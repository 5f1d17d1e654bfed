/**
 * Codes of organisations and sites: three characters, or five. A code may become the name of a folder, so the
 * names that Windows keeps for devices are none.
 */
export function isOdsCode(text: string): boolean {
  return /^(?!(CON|PRN|AUX|NUL)$)[A-Z0-9]{3}([A-Z0-9]{2})?$/.test(text);
}

/** A trust's or integrated care board's own code, which is no site's. */
export function isTrustOrIcbCode(code: string): boolean {
  return /^[RQ][A-Z0-9]{2}$/.test(code);
}
