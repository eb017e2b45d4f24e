import { formatCount } from '../scene/format';
import type { RunDocument } from '../training/plan';
import { jsonFault } from './jsonFault';
import { fieldsAt, Misfit, numberAt, shown, textAt } from './misfit';
import { prettyJson } from './prettyJson';
import { fromRunData, OPTIONAL_RUN_FIELDS, RUN_FIELDS, toRunData } from './runFileDocument';
import { checkGraph, initialGraph } from './runFileGraph';

/** What names a file as a run's. */
const FORMAT = 'miniflow run';

/** The version that is written and read. */
const VERSION = 1;

/** Bytes of the largest file that is read. A run with a change at each of a thousand steps has some hundred thousand. */
export const LARGEST_FILE = 20_000_000;

/** The table that a run is trained on. */
export interface TableName {
  readonly dataset: string;
  readonly rows: number;
  /** Columns of X. */
  readonly features: number;
}

/** What reading a file comes to: a run, or a sentence that says why there is none. */
export type ReadRun = { readonly document: RunDocument } | { readonly problem: string };

/**
 * A run as the text of a file: JSON for people to read. The graph it starts from stands there for readers and other
 * programs, since the plan alone decides it; opening the file checks that they agree.
 */
export function writeRunFile(document: RunDocument, { dataset, rows, features }: TableName): string {
  const { name, ...run } = toRunData(document);
  return `${prettyJson({
    format: FORMAT,
    version: VERSION,
    name,
    dataset: { name: dataset, rows },
    ...run,
    graph: initialGraph(document, features),
  })}\n`;
}

/** The run in the text of a file. Whatever is wrong with it becomes a sentence; nothing is thrown. */
export function readRunFile(text: string, table: TableName): ReadRun {
  if (text.length > LARGEST_FILE) return { problem: tooLarge(text.length) };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: notJson(text) };
  }
  try {
    return { document: documentFrom(value, table) };
  } catch (error) {
    if (error instanceof Misfit) return { problem: error.message };
    throw error;
  }
}

/** Why a file of so many bytes is not read. */
export function tooLarge(bytes: number): string {
  return `The file has ${formatCount(Math.ceil(bytes / 1e6))} MB; a run file has ${LARGEST_FILE / 1e6} MB at most.`;
}

function documentFrom(value: unknown, table: TableName): RunDocument {
  const outer = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  if (outer['format'] !== FORMAT) {
    const format = outer['format'] === undefined ? 'has no field “format”' : `has the format ${shown(outer['format'])}`;
    throw new Misfit(`This is JSON, but not a run file: it ${format}, where a run file has “${FORMAT}”.`);
  }
  const version = numberAt(outer['version'], 'version', { min: 1, max: Infinity, whole: true });
  if (version > VERSION) throw new Misfit(`The file was written by a newer MiniFlow (version ${version}); this one reads version ${VERSION}.`);
  const fields = fieldsAt(value, 'The file', ['format', 'version', 'dataset', 'graph', ...RUN_FIELDS], OPTIONAL_RUN_FIELDS);
  checkTable(fields['dataset'], table);
  const document = fromRunData(fields, table.rows);
  checkGraph(fields['graph'], initialGraph(document, table.features));
  return document;
}

function checkTable(value: unknown, { dataset, rows }: TableName): void {
  const given = fieldsAt(value, 'dataset', ['name', 'rows']);
  const name = textAt(given['name'], 'dataset.name', Infinity);
  const count = numberAt(given['rows'], 'dataset.rows', { min: 1, max: Infinity, whole: true });
  if (name === dataset && count === rows) return;
  throw new Misfit(`The run was trained on ${shown(name)} with ${formatCount(count)} rows; here there is “${dataset}” with ${formatCount(rows)}.`);
}

function notJson(text: string): string {
  if (text.trim() === '') return 'The file is empty.';
  const fault = jsonFault(text);
  if (fault === undefined) return 'The file could not be read as JSON.';
  const { line, column, cutOff, found, expected } = fault;
  if (!text.trimStart().startsWith('{')) return `This is not a run file: it begins with ${shown(text.trimStart().slice(0, 1))}, where a run file begins with “{”.`;
  if (cutOff) return `The file ends too early, in line ${formatCount(line)}, where ${expected} was still to come; it was probably cut off while it was saved or copied.`;
  return `The file is damaged: in line ${formatCount(line)}, at character ${formatCount(column)}, there is ${shown(found)} where ${expected} has to stand.`;
}
