import { describe, expect, test } from 'vitest';
import { readRunFile, writeRunFile } from '../../src/interchange/runFile';
import { RUN_RULES } from '../../src/interchange/runFileDocument';
import { LIMITS } from '../../src/store/settings';
import { BOSTON, LESSON_RUN } from './arbitraryRun';

const text = writeRunFile(LESSON_RUN, BOSTON);

interface File {
  [key: string]: unknown;
  plan: Record<string, unknown>;
  changes: Record<string, unknown>[];
  end: Record<string, unknown>;
  dataset: Record<string, unknown>;
  graph: { nodes: Record<string, unknown>[]; output: string; [key: string]: unknown };
}

/** What is said of the lesson's file once a hand has changed it. */
function problemAfter(change: (file: File) => void): string {
  const file = JSON.parse(text) as File;
  change(file);
  return problemOf(JSON.stringify(file));
}

function problemOf(damaged: string): string {
  const read = readRunFile(damaged, BOSTON);
  return 'problem' in read ? read.problem : 'none';
}

const edit = (change: (file: File) => void): ((file: File) => void) => change;

describe('readRunFile of what is not JSON', () => {
  test('says where a file was cut off', () => {
    const line = text.slice(0, 700).split('\n').length;
    expect(problemOf(text.slice(0, 700))).toMatch(
      new RegExp(`^The file ends too early, in line ${line}, where .+ was still to come; it was probably cut off while it was saved or copied\\.$`),
    );
    expect(problemOf(text.trimEnd().slice(0, -1))).toBe(
      `The file ends too early, in line ${text.split('\n').length - 1}, where “,” or “}” was still to come; it was probably cut off while it was saved or copied.`,
    );
  });

  test('says where it is damaged', () => {
    expect(problemOf(text.replace('"version": 1,', '"version": 1'))).toBe(
      'The file is damaged: in line 4, at character 3, there is “"” where “,” or “}” has to stand.',
    );
  });

  test.each([
    ['', 'The file is empty.'],
    ['\n \t', 'The file is empty.'],
    ['crim,zn,indus\n1,2,3\n', 'This is not a run file: it begins with “c”, where a run file begins with “{”.'],
    ['\u0089PNG\r\n', 'This is not a run file: it begins with “\u0089”, where a run file begins with “{”.'],
  ])('says of %j that it is none', (file, problem) => {
    expect(problemOf(file)).toBe(problem);
  });
});

describe('readRunFile of JSON that is no run file of this version', () => {
  test.each([
    ['{}', 'This is JSON, but not a run file: it has no field “format”, where a run file has “miniflow run”.'],
    ['[1, 2]', 'This is JSON, but not a run file: it has no field “format”, where a run file has “miniflow run”.'],
    ['null', 'This is JSON, but not a run file: it has no field “format”, where a run file has “miniflow run”.'],
    ['{"format": "other"}', 'This is JSON, but not a run file: it has the format “other”, where a run file has “miniflow run”.'],
    ['{"format": "miniflow run", "version": 2, "new": 1}', 'The file was written by a newer MiniFlow (version 2); this one reads version 1.'],
    ['{"format": "miniflow run", "version": "1"}', 'version is “1”; it must be a whole number of at least 1.'],
    ['{"format": "miniflow run"}', 'version is missing; it must be a whole number of at least 1.'],
    ['{"format": "miniflow run", "version": 1}', 'The file has no field “dataset”.'],
  ])('says of %s what it is', (file, problem) => {
    expect(problemOf(file)).toBe(problem);
  });

  test('says which table a run belongs to', () => {
    expect(problemAfter(({ dataset }) => Object.assign(dataset, { name: 'Iris', rows: 150 }))).toBe(
      'The run was trained on “Iris” with 150 rows; here there is “Boston housing” with 506.',
    );
    expect(problemAfter(({ dataset }) => (dataset['rows'] = 505))).toBe(
      'The run was trained on “Boston housing” with 505 rows; here there is “Boston housing” with 506.',
    );
  });
});

describe('readRunFile of a run file with something wrong in it', () => {
  test.each([
    ['name', edit((file) => (file['name'] = 5)), 'name is 5; it must be a text.'],
    ['name', edit((file) => (file['name'] = 'x'.repeat(201))), 'name has 201 characters; it may have 200 at most.'],
    ['plan', edit((file) => (file['plan'] = [] as never)), 'plan is a list; it must be an object with the fields hidden, activation, weights, seed, heldOut, splitSeed and scaled.'],
    ['plan', edit(({ plan }) => delete plan['seed']), 'plan has no field “seed”.'],
    ['plan', edit(({ plan }) => { delete plan['seed']; plan['sxed'] = 1; }), 'plan has no field “seed”; it has a field “sxed” instead, which nothing is known of.'],
    ['plan', edit(({ plan }) => (plan['dropout'] = 0.5)), 'plan has a field “dropout”, which nothing is known of.'],
    ['hidden', edit(({ plan }) => (plan['hidden'] = 65)), 'plan.hidden is 65; it must be a whole number from 1 to 64.'],
    ['hidden', edit(({ plan }) => (plan['hidden'] = 2.5)), 'plan.hidden is 2.5; it must be a whole number from 1 to 64.'],
    ['activation', edit(({ plan }) => (plan['activation'] = 'sigmoit')), 'plan.activation is “sigmoit”; it must be “sigmoid”, “tanh” or “relu”.'],
    ['seed', edit(({ plan }) => (plan['seed'] = -1)), 'plan.seed is −1; it must be a whole number from 0 to 4,294,967,295.'],
    ['heldOut', edit(({ plan }) => (plan['heldOut'] = 0.6)), 'plan.heldOut is 0.6; it must be a number from 0 to 0.5.'],
    ['scaled', edit(({ plan }) => (plan['scaled'] = 'yes')), 'plan.scaled is “yes”; it must be true or false.'],
    ['steps', edit((file) => (file['steps'] = 10_000_001)), 'steps is 10,000,001; it must be a whole number from 0 to 10,000,000.'],
    ['steps', edit((file) => (file['steps'] = null)), 'steps is null; it must be a whole number from 0 to 10,000,000.'],
    ['changes', edit((file) => (file['changes'] = {} as never)), 'changes is an object; it must be a list.'],
    ['changes', edit((file) => (file.changes = [])), 'changes is empty; the first of 100 steps was taken with settings, which must stand there.'],
    ['first', edit(({ changes }) => Object.assign(changes[0] ?? {}, { step: 2 })), 'changes[0].step is 2; the first change is at step 1, for no step is taken without settings.'],
    ['order', edit(({ changes }) => Object.assign(changes[1] ?? {}, { step: 1 })), 'changes[1].step is 1, but the change before it is at step 1; changes must be in the order of their steps.'],
    ['beyond', edit((file) => (file['steps'] = 40)), 'changes[1].step is 41, but only 40 steps have been taken.'],
    ['rate', edit(({ changes }) => Object.assign(changes[1] ?? {}, { learningRate: -1 })), 'changes[1].learningRate is −1; it must be a number above 0 and at most 10.'],
    ['rate', edit(({ changes }) => Object.assign(changes[1] ?? {}, { learningRate: 0 })), 'changes[1].learningRate is 0; it must be a number above 0 and at most 10.'],
    ['rate', edit(({ changes }) => Object.assign(changes[1] ?? {}, { learningRate: '0.1' })), 'changes[1].learningRate is “0.1”; it must be a number above 0 and at most 10.'],
    // A fifth of 506 rows, which is 101, is held out.
    ['batch', edit(({ changes }) => Object.assign(changes[0] ?? {}, { batchSize: 406 })), 'changes[0].batchSize is 406; it must be a whole number from 1 to 405, the rows that are not held out.'],
    ['batch', edit((file) => { file.plan['heldOut'] = 0; Object.assign(file.changes[0] ?? {}, { batchSize: 507 }); }), 'changes[0].batchSize is 507; it must be a whole number from 1 to 506, the rows of the table.'],
    ['batches', edit(({ changes }) => Object.assign(changes[0] ?? {}, { order: 'random' })), 'changes[0].order is “random”; it must be “resampled”, “shuffled” or “in order”.'],
    ['end', edit((file) => { file['steps'] = 0; file.changes = []; }), 'end stands there, but no step has been taken.'],
    ['end', edit(({ end }) => (end['parameters'] = '0123456789ABCDEF')), 'end.parameters is “0123456789ABCDEF”; it must be a hash of 16 digits from 0 to f.'],
    ['end', edit(({ end }) => (end['loss'] = -1)), 'end.loss is −1; it must be a number of at least 0, “NaN” or “Infinity”.'],
    ['end', edit((file) => { file['ebd'] = file.end; delete (file as Partial<File>).end; }), 'The file has a field “ebd”, which nothing is known of.'],
  ])('names %s: what is there, and what must be', (_, change, problem) => {
    expect(problemAfter(change)).toBe(problem);
  });

  test.each([
    ['a cell', edit(({ graph }) => Object.assign(graph.nodes[2] ?? {}, { value: [[1]] })), /^graph: node “W1”, value\[0\]\[0\] is 1, but the plan builds −?[\d.e−]+ there; the file was edited or damaged\.$/],
    ['a row too few', edit(({ graph }) => (graph.nodes[2]?.['value'] as unknown[]).pop()), /^graph: node “W1”, value\[12\] is missing, but the plan builds a list there;/],
    ['an op', edit(({ graph }) => Object.assign(graph.nodes[7] ?? {}, { op: 'tanh' })), /^graph: node “s”, op is “tanh”, but the plan builds “sigmoid” there;/],
    ['a wire', edit(({ graph }) => Object.assign(graph.nodes[7] ?? {}, { inputs: ['l2'] })), /^graph: node “s”, inputs\[0\] is “l2”, but the plan builds “l1” there;/],
    ['a name', edit(({ graph }) => Object.assign(graph.nodes[2] ?? {}, { id: 'W' })), /^graph\.nodes\[2\] is “W”, but the plan builds “W1” there;/],
    ['a node too few', edit(({ graph }) => graph.nodes.pop()), /^graph\.nodes\[9\] is missing, but the plan builds “C” there;/],
    ['a node too many', edit(({ graph }) => graph.nodes.push({ id: 'D' })), /^graph\.nodes\[10\] is “D”, but the plan builds nothing there;/],
    ['an attribute', edit(({ graph }) => Object.assign(graph.nodes[7] ?? {}, { attributes: { a: 1 } })), /^graph: node “s”, attributes is an object, but the plan builds nothing there;/],
    ['the output', edit(({ graph }) => (graph.output = 'l2')), /^graph, output is “l2”, but the plan builds “C” there;/],
    ['another field', edit(({ graph }) => (graph['title'] = 'x')), /^graph, title is “x”, but the plan builds nothing there;/],
    ['the nodes', edit((file) => (file['graph'] = 7 as never)), /^graph\.nodes is missing; it must be a list\.$/],
    ['the seed that it does not belong to', edit(({ plan }) => (plan['seed'] = 2)), /^graph: node “W1”, value\[0\]\[0\] is/],
  ])('says of a graph which is not the plan’s by %s where it differs first', (_, change, problem) => {
    expect(problemAfter(change)).toMatch(problem);
  });

  test.each([
    ['takes a weight that differs in its last bit, as between browsers', Number.EPSILON, /^none$/],
    ['finds a weight that differs in its ninth digit, as by hand', 1e-9, /^graph: node “W1”, value\[0\]\[0\] is/],
  ])('%s', (_, share, problem) => {
    const nudge = edit(({ graph }) => {
      const rows = graph.nodes[2]?.['value'] as number[][];
      graph.nodes[2] = { ...graph.nodes[2], value: rows.map((row) => row.map((weight) => weight * (1 + share))) };
    });
    expect(problemAfter(nudge)).toMatch(problem);
  });
});

describe('RUN_RULES', () => {
  test('take whatever can be set on the page, and no more', () => {
    expect(RUN_RULES.hidden).toMatchObject(LIMITS.hidden);
    expect(RUN_RULES.learningRate).toMatchObject({ ...LIMITS.learningRate, above: true });
  });
});
