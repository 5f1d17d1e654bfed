import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

export const KEYS = { accountId: "account-7", key: "key-marker-1234", secret: "secret-marker-5678" } as const;

/** Whether a request is signed as the documents say, worked out without the program. */
export function isSigned({ method = "", url = "", headers }: IncomingMessage, used: Set<string>, now: number): boolean {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const header = (name: string): string => String(headers[`x-carehq-${name}`] ?? "");
  const nonce = header("nonce");
  const fresh = /^[A-Za-z0-9_-]{22}$/.test(nonce) && !used.has(nonce) && Math.abs(now / 1000 - Number(header("timestamp"))) < 300;
  used.add(nonce);

  const values = new Map<string, string[]>();
  for (const [key, value] of searchParams) values.set(key, [...(values.get(key) ?? []), value]);
  const lines = [...values.keys()].sort().flatMap((key) => (values.get(key) ?? []).sort().map((value) => `${key}=${value}`));
  const path = pathname.slice(pathname.indexOf("/v1/"));
  const text = `${header("timestamp")}\n${nonce}\n${method}\n${path}\n${lines.join("\n")}`;
  const wanted = createHmac("sha256", KEYS.secret).update(text).digest();
  const given = Buffer.from(header("signature"), "hex");
  return (
    fresh &&
    headers.accept === "application/json" &&
    header("accountid") === KEYS.accountId &&
    header("apikey") === KEYS.key &&
    header("signature-version") === "2.0" &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}
