import { type Problem, Refusal } from "../domain/problem.ts";
import { LIVE, readAddress } from "../fetch/address.ts";
import type { Connection } from "../fetch/caller.ts";

const NAMES = ["CAREHQ_ACCOUNT_ID", "CAREHQ_API_KEY", "CAREHQ_API_SECRET"] as const;

/**
 * The keys and the address, from the environment only: what stands on a command line is seen by others and kept.
 * @throws {Refusal} with all that is missing or wrong; none of it is repeated
 */
export function connectionFrom(environment: NodeJS.ProcessEnv): Connection {
  const [accountId = "", key = "", secret = ""] = NAMES.map((name) => environment[name]?.trim() ?? "");
  const problems: Problem[] = [];
  const missing = NAMES.filter((_, index) => [accountId, key, secret][index] === "");
  if (missing.length > 0)
    problems.push({
      what: `Not set in the environment: ${missing.join(", ")}.`,
      fix: "Set what your CareHQ account shows for its API key; docs/sources/carehq-fetch.md shows how.",
    });
  for (const [name, value] of [
    ["CAREHQ_ACCOUNT_ID", accountId],
    ["CAREHQ_API_KEY", key],
  ] as const)
    if (/[^\x21-\x7e]/.test(value))
      problems.push({ what: `${name} holds a character that no key has.`, fix: "Copy it again, whole and on its own." });
  const given = environment.CAREHQ_BASE_URL?.trim() ?? "";
  const address = readAddress(given === "" ? LIVE : given);
  if ("what" in address) throw new Refusal(...problems, address);
  if (problems.length > 0) throw new Refusal(...problems);
  return { address, keys: { accountId, key, secret } };
}
