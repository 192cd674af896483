function parsed(report) {
	try {
		return JSON.parse(report ?? '');
	} catch {
		return undefined;
	}
}

/**
 * Counts what vitest's JSON report says. A run that ended badly, or that tested nothing, is at least one failure:
 * a file that does not load has no failed tests of its own.
 */
export function countVitest(report, code) {
	const read = parsed(report);
	if (!read) return { passed: 0, failed: 1 };
	const { numPassedTests: passed, numFailedTests, numPendingTests: skipped = 0, testResults = [] } = read;
	const unloaded = testResults.filter(
		({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
	).length;
	if (skipped > 0) console.log(`飛ばしたテストが ${skipped} 件あります(合格に数えません)。`);
	const failed = numFailedTests + unloaded;
	if (passed + failed === 0) {
		console.error('テストが1件も実行されませんでした。');
		return { passed: 0, failed: 1 };
	}
	return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
