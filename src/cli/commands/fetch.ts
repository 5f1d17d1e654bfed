import { type Command, InvalidArgumentError, Option } from "commander";
import { isoDate, type LocalDate } from "../../domain/local-date.ts";
import type { World } from "../../fetch/world.ts";
import { type FetchOptions, fetchSnapshot, thisWorld } from "../fetch.ts";
import { formatOption } from "../options.ts";
import type { Finish, Shell } from "../shell.ts";

export function addFetch(
  program: Command,
  shell: Shell,
  finish: Finish,
  environment: NodeJS.ProcessEnv = process.env,
  world: World = thisWorld(),
): void {
  const fetch = program
    .command("fetch")
    .summary("fetch a snapshot of complaints from the system that holds them")
    .description("Fetches a snapshot of complaints from the system that holds them.");
  fetch
    .command("carehq")
    .summary("by the API of CareHQ")
    .description(
      "Fetches complaints with the names of locations and subject matters and with birth dates, by the API of CareHQ. " +
        "The keys stand in the environment: CAREHQ_ACCOUNT_ID, CAREHQ_API_KEY, CAREHQ_API_SECRET; another address than the live one in CAREHQ_BASE_URL. " +
        "A run that broke off goes on where it was when the same command is run again.",
    )
    .requiredOption("--from <date>", "first day on which complaints were reported, as 2024-04-01", dateArgument)
    .requiredOption("--to <date>", "last day", dateArgument)
    .requiredOption("--out <file>", "where to write the snapshot (JSON)", fileArgument)
    .addOption(new Option("--resource <name>", "what to fetch").choices(["complaints", "home-visits"]).default("complaints"))
    .option("--force", "replace the file if it is there already")
    .addOption(formatOption())
    .option("--quiet", "print nothing but problems")
    .option("--no-progress", "show no progress")
    .action(async (options: FetchOptions) => finish(await fetchSnapshot(options, shell, environment, world)));
}

function dateArgument(text: string): LocalDate {
  const date = isoDate(text.trim());
  if (date === null) throw new InvalidArgumentError("Write a day as YYYY-MM-DD, as in 2025-04-01.");
  return date;
}

function fileArgument(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Write the name of a file.");
  return text;
}
