import { Refusal } from "../domain/problem.ts";
import type { Denied, Question, Trouble } from "./answer.ts";

/** Nothing that the server sent stands in these words: it may be personal, or a page of somebody else. */
const placeOf = (host: string, { resource, page }: Question): string => `${host}: ${resource}, page ${page}`;

export function denied({ status, ahead }: Denied, host: string, question: Question): Refusal {
  return new Refusal({ ...wordsOf(status, ahead, question.resource), where: placeOf(host, question) });
}

function wordsOf(status: number, ahead: number | null, resource: string): { readonly what: string; readonly fix: string } {
  if (status >= 300 && status < 400)
    return {
      what: `The address leads on to another one (${status}); the keys are not sent after it.`,
      fix: "Set CAREHQ_BASE_URL to the address itself. If it is right, ask whether a proxy stands in between.",
    };
  switch (status) {
    case 401:
      return { what: "CareHQ does not accept the keys (401).", fix: keysFix(ahead) };
    case 403:
    case 405:
      return {
        what: `The API key may not read ${resource} (${status}).`,
        fix: `Ask whoever manages your CareHQ account to give this key the right to read ${resource}.`,
      };
    case 404:
      return {
        what: `There is no list of ${resource} at this address (404).`,
        fix: "Check CAREHQ_BASE_URL: only what stands before /v1/ may differ between systems.",
      };
    default:
      return {
        what: `CareHQ does not accept the request (${status}).`,
        fix: "Check the dates and CAREHQ_BASE_URL. If they are right, report it with the version of ko41a: the API may have changed.",
      };
  }
}

function keysFix(ahead: number | null): string {
  const keys =
    "Check that CAREHQ_ACCOUNT_ID, CAREHQ_API_KEY and CAREHQ_API_SECRET belong together and to this address, whole and without quotation marks";
  if (ahead === null || Math.abs(ahead) < 60) return `${keys}, and that the clock of this computer is right.`;
  return `Set the clock of this computer: it is ${Math.round(Math.abs(ahead) / 60)} min ${ahead > 0 ? "slow" : "fast"}. ${keys}.`;
}

/** The last trouble, after which nothing more is tried. */
export function givenUp(trouble: Trouble, host: string, question: Question): Refusal {
  const where = placeOf(host, question);
  const again = "Run the same command again later.";
  switch (trouble.kind) {
    case "limited":
      return new Refusal({ what: "CareHQ keeps saying that it is asked too often (429).", where, fix: again });
    case "server":
      return new Refusal({ what: `CareHQ keeps failing (${trouble.status}).`, where, fix: again });
    case "not-json":
      return new Refusal({
        what: "What answers is not the CareHQ API: it is no JSON.",
        where,
        fix: "Check CAREHQ_BASE_URL, and whether a proxy or a sign-in page stands in between.",
      });
    case "timeout":
      return new Refusal({ what: "CareHQ does not answer in time.", where, fix: again });
    case "connection":
      return new Refusal({
        what: `CareHQ cannot be reached${trouble.code === null ? "" : ` (${trouble.code})`}.`,
        where,
        fix: connectionFix(trouble.code),
      });
  }
}

function connectionFix(code: string | null): string {
  if (code !== null && /CERT|SIGNATURE|ISSUER/.test(code))
    return "The certificate is not trusted here. If your network inspects traffic, give its root certificate with NODE_EXTRA_CA_CERTS.";
  return "Check the network, its firewall, and the host in CAREHQ_BASE_URL.";
}

export function unknownForm(host: string, question: Question, field: string): Refusal {
  return new Refusal({
    what: `The answer has a form that is not known${field === "" ? "" : `, at ${field}`}.`,
    where: placeOf(host, question),
    fix: "Report it with the version of ko41a, without any data: the API may have changed.",
  });
}

export function incomplete(host: string, resource: string, came: number, announced: number): Refusal {
  return new Refusal({
    what: `CareHQ says that there are ${announced} ${resource}, but only ${came} came, twice.`,
    where: `${host}: ${resource}`,
    fix: "Run again when nobody is changing the records. If it stays so, tell CareHQ support.",
  });
}

export function endless(host: string, resource: string, pages: number): Refusal {
  return new Refusal({
    what: `There is no end to the ${resource}: ${pages} pages were read.`,
    where: `${host}: ${resource}`,
    fix: "Ask for a shorter time with --from and --to.",
  });
}
