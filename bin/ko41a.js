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
/** One terminal for all questions, so that lines typed or pasted ahead of them are answers too. */
let terminal = null;
const answers = [];
let waiting = null;
let isClosed = false;

/** Questions are put only where a person can see and answer them; null when they closed the terminal. */
async function ask(question) {
  if (terminal === null) {
    const { createInterface } = await import("node:readline");
    terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = (line) => {
      if (waiting === null) answers.push(line);
      else waiting(line);
      waiting = null;
    };
    terminal.on("line", answer).on("close", () => {
      isClosed = true;
      answer(null);
    });
  }
  if (answers.length > 0) {
    process.stdout.write(question);
    const [first] = answers.splice(0, 1);
    process.stdout.write(`${first ?? ""}\n`);
    return first;
  }
  if (isClosed) return null;
  return new Promise((resolve) => {
    waiting = resolve;
    const lines = question.split("\n");
    const last = lines.pop() ?? "";
    process.stdout.write(lines.map((line) => `${line}\n`).join(""));
    terminal.setPrompt(last);
    terminal.prompt();
  });
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
terminal?.close();
