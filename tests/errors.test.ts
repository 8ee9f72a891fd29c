/** Error codes: each that a client can get has a status and words in every language. */
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, type ErrorCode } from '../src/errors.ts';
import { explain } from '../src/pages/problems/problem-words.ts';

const codes = Object.keys(ERROR_CODES) as ErrorCode[];
const forClients = codes.filter((code) => ERROR_CODES[code].status !== undefined);

describe('an error code', () => {
  it.each(codes)('%s is in kebab-case and has a meaning of one sentence', (code) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(ERROR_CODES[code].meaning).toMatch(/^[A-Z#].*\.$/);
  });

  it.each(forClients.filter((code) => code !== 'internal-error'))(
    '%s is explained in English and Chinese, not as an internal error',
    (code) => {
      for (const language of ['en', 'zh-hans'] as const)
        expect(explain(code, language)).not.toEqual(explain('internal-error', language));
    },
  );
});
