import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { LIBREOFFICE } from "./judges.ts";

/** How long LibreOffice may take to start and convert. */
export const A_WHILE = 180_000;

/** Converts workbooks with a profile of its own, which works out every formula of every file it opens. */
export function convert(folder: string, files: readonly string[], to: string, into = folder): void {
  const profile = path.join(folder, "profile");
  mkdirSync(path.join(profile, "user"), { recursive: true });
  const always = (name: string): string =>
    `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${name}" oor:op="fuse"><value>0</value></prop></item>`;
  writeFileSync(
    path.join(profile, "user", "registrymodifications.xcu"),
    `<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${always("OOXMLRecalcMode")}</oor:items>`,
  );
  const user = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const options = [user, "--headless", "--convert-to", to, "--outdir", into, ...files];
  const { status, stderr } = spawnSync(LIBREOFFICE, options, { encoding: "utf8", timeout: A_WHILE });
  expect(status, stderr).toBe(0);
}
