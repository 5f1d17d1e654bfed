import { isoDate, type LocalDate } from "../domain/local-date.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { Settings } from "../domain/settings.ts";
import { readActivity } from "../ingest/read-activity.ts";
import { sourcesFor } from "../ingest/sources/index.ts";
import type { Job } from "../pipeline.ts";
import type { HashedExport } from "../read-input.ts";
import { choosePolicies } from "../rulebook/policies.ts";
import { catalogueOf } from "../rules/catalogue.ts";
import { checkAcceptances } from "../rules/checks/acceptances.ts";
import { editionOf } from "./editions.ts";
import { type ReadFile, readGroups } from "./files.ts";
import type { GenerateOptions } from "./options.ts";
import { returnFile } from "./return-file.ts";
import { readOds, readSettings, refuseTwins, withMappingFile } from "./settings.ts";
import { chooseWorkbook } from "./workbook.ts";

/** Everything a run of generate needs, read and checked before anything is counted. */
export interface Gathered {
  readonly exports: readonly HashedExport[];
  /** An organisation's code, or "all". */
  readonly organisation: string;
  readonly organisationName: string | null;
  readonly prior: ReadFile | null;
  readonly templateMap: ReadFile | null;
  /** Of the workbook that is written. */
  readonly extension: string;
  readonly job: Omit<Job, "prior" | "organisation">;
}

/** @throws {Refusal} naming everything that is missing or unreadable */
export async function gather(
  given: readonly string[],
  options: GenerateOptions,
  root: string,
  version: string,
): Promise<Gathered> {
  const files = await readGroups({
    exports: given,
    config: one(options.config),
    mapping: one(options.mapping),
    activity: one(options.activity),
    prior: options.prior === undefined ? [] : [await returnFile(options.prior)],
    template: one(options.template),
    templateMap: one(options.templateMap),
    ods: options.ods ?? [],
  });
  const [config = null] = files.config;
  const [mapping = null] = files.mapping;
  const [activity = null] = files.activity;
  const [prior = null] = files.prior;
  const [template = null] = files.template;
  const [templateMap = null] = files.templateMap;
  refuseTwins(files.exports);

  const configured = await readSettings(config);
  const organisation = options.org ?? configured.organisation;
  const label = options.period ?? configured.period;
  refuseUnsaid(organisation, label);
  const { book, period } = await editionOf(root, label ?? "");
  const catalogue = catalogueOf(book);
  checkAcceptances(configured.accepted, catalogue);
  const { settings } = await withMappingFile(configured, mapping, book);
  const { extension, fill, provenance: filled } = await chooseWorkbook(template, templateMap, root, book);
  const named = ({ file, sha256: hash }: ReadFile) => ({ file, sha256: hash });
  return {
    exports: files.exports,
    organisation: organisation ?? "",
    organisationName: options.orgName ?? (organisation === settings.organisation ? settings.organisationName : null),
    prior,
    templateMap,
    extension,
    job: {
      period,
      policies: choosePolicies(book, [...policiesIn(settings, config), ...(options.policy ?? [])]),
      book,
      catalogue,
      register: await readOds(files.ods, settings.sites),
      settings,
      sources: sourcesFor(options.source),
      activity: activity === null ? null : { file: activity.file, ...(await readActivity(activity, period)) },
      today: dayOf(options.generatedAt),
      provenance: {
        engine: `ko41a ${version}`,
        ...(options.generatedAt === undefined ? {} : { generatedAt: options.generatedAt }),
        config: config === null ? null : named(config),
        mapping: mapping === null ? null : named(mapping),
        ...(activity === null ? {} : { activity: named(activity) }),
        registers: files.ods.map(named),
        prior: prior === null ? null : named(prior),
        template: filled,
      },
      fill,
    },
  };
}

function one(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}

function policiesIn({ policies }: Settings, config: ReadFile | null) {
  return Object.entries(policies).map(([name, value]) => ({ name, value, where: `${config?.file}: policies` }));
}

function dayOf(instant: string | undefined): LocalDate | null {
  return instant === undefined ? null : isoDate(instant.slice(0, 10));
}

function refuseUnsaid(organisation: string | null, period: string | null): void {
  const problems: Problem[] = [];
  if (organisation === null)
    problems.push({
      what: "Which organisation makes the return?",
      fix: "Give --org CODE, as in --org RZZ, or organisation: in a ko41a.yaml that is given with --config.",
    });
  if (period === null)
    problems.push({
      what: "For which period?",
      fix: "Give --period, as in --period 2025-26, or period: in a ko41a.yaml that is given with --config.",
    });
  if (problems.length > 0) throw new Refusal(...problems);
}
