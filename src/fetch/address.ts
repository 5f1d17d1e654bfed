import type { Problem } from "../domain/problem.ts";

export const LIVE = "https://api.carehq.co.uk/v1/";

export interface Address {
  /** Name and port, for messages. */
  readonly host: string;
  /** What a resource's path is added to; ends with `/v1/`. */
  readonly root: string;
}

const HERE: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]", "0.0.0.0"]);

/** The base address, with or without `/v1` and a slash at the end. A problem never repeats it: a key may stand in it. */
export function readAddress(text: string): Address | Problem {
  if (!URL.canParse(text)) return notAnAddress("is not a web address");
  const { protocol, host, hostname, origin, pathname, username, password, search, hash } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:") return notAnAddress("is not a web address");
  if (protocol === "http:" && !HERE.has(hostname))
    return {
      what: "CAREHQ_BASE_URL is http, not https: the keys and birth dates would travel readable.",
      fix: `Write https://, as in ${LIVE}`,
    };
  if (`${username}${password}${search}${hash}` !== "") return notAnAddress("holds more than a host and a path");
  const before = pathname.replace(/\/+$/, "").replace(/\/v1$/, "");
  return { host, root: `${origin}${before}/v1/` };
}

function notAnAddress(why: string): Problem {
  return { what: `CAREHQ_BASE_URL ${why}.`, fix: `Write it as ${LIVE}, or leave it out for that one.` };
}
