/** Scripts that report on standard output: a line for each case, its name, a tab, "ok" or the mistake. */
import type { Execution } from './execute.ts';
import type { CaseResult } from './program.ts';

export function reported({ stdout, stderr, code }: Execution): readonly CaseResult[] {
  const results = stdout
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line): CaseResult => {
      const [name = '', outcome = ''] = line.split('\t');
      return outcome === 'ok' ? { name, passed: true } : { name, passed: false, detail: outcome };
    });
  if (code === 0 && results.length > 0) return results;
  const detail = stderr.trim().split('\n').at(-1) ?? '';
  return [...results, { name: 'the script ends well', passed: false, detail }];
}
