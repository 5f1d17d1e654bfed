import { spawnSync } from "node:child_process";

/** Debian keeps its openpyxl beside its own Python. */
export const PYTHON = "/usr/bin/python3";
export const LIBREOFFICE = "soffice";

/** A program that judges from outside, and what a test's title says where it is missing. */
interface Judge {
  readonly isHere: boolean;
  readonly skipped: string;
}

export const OPENPYXL = judge("python3-openpyxl", PYTHON, ["-c", "import openpyxl"]);
export const SOFFICE = judge("libreoffice-calc", LIBREOFFICE, ["--version"]);
export const TERMINAL = judge("python3", PYTHON, ["-c", "import pty"]);

function judge(debianPackage: string, command: string, options: readonly string[]): Judge {
  const isHere = spawnSync(command, options, { stdio: "ignore" }).status === 0;
  return { isHere, skipped: isHere ? "" : ` (skipped: ${debianPackage} is not installed)` };
}
