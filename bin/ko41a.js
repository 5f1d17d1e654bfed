#!/usr/bin/env node
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

// A reader that closes early, as in "ko41a rules | head", is no fault.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
const { main } = await import("../dist/main.js").catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write("ko41a: the program is not built yet.\n  do:    npm run build\n");
  process.exit(2);
});
/** Questions are put only where a person can see and answer them. */
async function ask(question) {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise((resolve) => terminal.once("close", () => resolve(null)));
  const answer = await Promise.race([terminal.question(question), closed]).catch(() => null);
  terminal.close();
  return answer;
}

process.exitCode = await main(process.argv.slice(2), {
  root,
  version,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  errIsTerminal: process.stderr.isTTY === true,
  outIsTerminal: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  columns: process.stdout.columns ?? 100,
  ...(process.stdin.isTTY === true && process.stdout.isTTY === true ? { ask } : {}),
});
