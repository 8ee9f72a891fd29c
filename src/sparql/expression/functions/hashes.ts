/** Hash functions, in lower-case hexadecimal. https://www.w3.org/TR/sparql11-query/#func-hash */
import { hash } from 'node:crypto';
import { stringValue } from '../../values/value.ts';
import { type Row, unary, described } from './sparql-function.ts';

export const HASH_FUNCTIONS: readonly Row[] = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'].map(
  (name) =>
    described(
      unary(name, (value) =>
        value.kind === 'string' ? stringValue(hash(name, value.text, 'hex')) : undefined,
      ),
      { takes: 'text', en: 'hash in hexadecimal', zh: '十六进制的散列值' },
    ),
);
