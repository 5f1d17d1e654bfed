/** Control characters, invisible marks and line separators, which a terminal or an editor may obey. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as JSON on one line, with nothing unseen in it. */
export function jsonLine(value: unknown): string {
  return escapeUnseen(JSON.stringify(value));
}

/** What is unseen between double quotes, in the form that both JSON and YAML read. */
export function escapeUnseen(quoted: string): string {
  return quoted.replace(UNSEEN, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
}
