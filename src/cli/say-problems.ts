import type { Problem } from "../domain/problem.ts";

const MOST = 25;

/** Why something could not be done, for standard error: what, where, what to do. */
export function sayProblems(problems: readonly Problem[]): string {
  const said = problems.slice(0, MOST).map(({ what, where, fix }) => {
    const place = where === undefined || where === "" ? "" : `\n  where: ${printable(where)}`;
    return `ko41a: ${printable(what)}${place}${fix === undefined ? "" : `\n  do:    ${printable(fix)}`}\n`;
  });
  const more = problems.length > MOST ? `ko41a: and ${problems.length - MOST} more of these.\n` : "";
  return `${said.join("")}${more}`;
}

/** A bug is ours: what to send, and nothing of the data. */
export function sayBug(error: unknown, version: string, node: string, debug: boolean): string {
  const name = error instanceof Error ? error.name : typeof error;
  const trace = debug && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  return (
    `ko41a: something went wrong that should not (${name}). This is a fault of the program, not of your data.\n` +
    `  do:    Report it with the command you ran, "ko41a ${version}, Node ${node}", and what --debug prints. Do not send complaint data.${trace}\n`
  );
}

/** Control characters and marks of direction in a file must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === "\n" ? character : ""));
}
