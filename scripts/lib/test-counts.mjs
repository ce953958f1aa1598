// Counts of what was checked, added up over all runners.

/** A count that keeps the names of what failed. */
export function createCounts() {
  const failures = [];
  let passed = 0;
  return {
    failures,
    get passed() {
      return passed;
    },
    pass: (n = 1) => {
      passed += n;
    },
    fail: (name) => failures.push(name),
    /** The last line of `npm test`. */
    line: () => `${passed} passed, ${failures.length} failed`,
  };
}

/**
 * Adds a vitest JSON report. A skipped or pending test is a failure, since nothing may be left out; a file
 * that could not be loaded is one; and so is a run that failed without naming a test.
 */
export function addVitestReport(counts, phase, report, exitCode) {
  if (report === undefined) {
    counts.fail(`${phase}: vitest 没有写出报告 / wrote no report (${exitCode})`);
    return;
  }
  const before = counts.failures.length;
  let seen = 0;
  for (const file of report.testResults ?? []) {
    const tests = file.assertionResults ?? [];
    for (const test of tests) {
      seen += 1;
      if (test.status === 'passed') counts.pass();
      else counts.fail(`${phase}: ${test.fullName}${test.status === 'failed' ? '' : ` (${test.status})`}`);
    }
    if (file.status === 'failed' && !tests.some((test) => test.status === 'failed')) {
      counts.fail(`${phase}: ${file.name}: ${String(file.message ?? '').split('\n')[0]}`);
    }
  }
  const quiet = counts.failures.length === before;
  if (seen === 0 && quiet) counts.fail(`${phase}: 没有测试 / no tests were found`);
  else if (exitCode !== 0 && quiet) counts.fail(`${phase}: vitest ended with ${exitCode}`);
}
