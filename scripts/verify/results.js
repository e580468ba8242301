import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

export const folder = 'test-results';

/** Counts and names of what a runner of tests left as JSON; with none of it, one has failed. */
export const runners = { vitest: readVitest, playwright: readPlaywright };

function read(file) {
  try {
    return JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  } catch {
    return null;
  }
}

function readVitest(step) {
  const result = read(`${step}.json`);
  const files = result?.testResults ?? [];
  return {
    passed: result?.numPassedTests ?? 0,
    failed: (result?.numFailedTests ?? 1) + (result?.numFailedTestSuites && !result.numFailedTests ? 1 : 0),
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
    names: files.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed');
      const file = relative(process.cwd(), name);
      if (failed.length === 0 && status === 'failed') return [`${file}: ${firstLine(message)}`];
      return failed.map(({ fullName, failureMessages }) => `${file} › ${fullName}: ${firstLine(failureMessages[0])}`);
    }),
  };
}

function readPlaywright(step) {
  const result = read(`${step}.json`);
  const specs = (result?.suites ?? []).flatMap(specsOf);
  const named = (status) =>
    specs.flatMap(({ file, line, title, tests }) =>
      tests
        .filter((test) => test.status === status)
        .map(({ results }) => `e2e/${file}:${line} › ${title}: ${firstLine(results.find(hasError)?.error.message)}`),
    );
  return {
    passed: (result?.stats.expected ?? 0) + (result?.stats.flaky ?? 0),
    failed: result?.stats.unexpected ?? 1,
    skipped: result?.stats.skipped ?? 0,
    names: named('unexpected'),
    again: named('flaky'),
  };
}

const hasError = ({ error }) => error !== undefined;
const specsOf = ({ specs, suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** What an error says, without the colours of a terminal. */
function firstLine(text) {
  return String(text ?? '')
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')[0]
    .slice(0, 200);
}
