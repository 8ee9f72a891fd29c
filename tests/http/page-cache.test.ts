/** The same page asked twice is the same page; whatever differs in the request is not mistaken for it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientOf } from '../support/client.ts';
import { openRepository } from '../support/repository.ts';

let client: Client;
beforeAll(async () => {
  client = clientOf(await openRepository());
});

const PAGE = '/doc/org/unesco';
const BASE = { accept: 'text/html', 'accept-language': 'en' };

describe('a page that was asked before', () => {
  it('is the same to the byte, headers too', async () => {
    const [first, second] = [
      await client(PAGE, { headers: BASE }),
      await client(PAGE, { headers: BASE }),
    ];
    expect([...second.headers]).toEqual([...first.headers]);
    expect(await second.text()).toBe(await first.text());
  });

  it.each<[what: string, path: string, headers: Record<string, string>, expected: RegExp]>([
    ['another language', PAGE, { ...BASE, 'accept-language': 'zh' }, /<html lang="zh-Hans">/],
    ['a language in the address', `${PAGE}?lang=zh`, BASE, /<html lang="zh-Hans">/],
    ['another form', PAGE, { accept: 'text/turtle' }, /@prefix/],
    ['another page', '/doc/org/moe', BASE, /Ministry of Education/],
  ])('is not given for %s', async (_, path, headers, expected) => {
    await client(PAGE, { headers: BASE });
    expect(await (await client(path, { headers })).text()).toMatch(expected);
  });

  it('is still not sent to who has it', async () => {
    const etag = (await client(PAGE, { headers: BASE })).headers.get('etag') ?? '';
    const again = await client(PAGE, { headers: { ...BASE, 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('comes compressed for who wants that, and plain for who does not', async () => {
    const plain = await client(PAGE, { headers: BASE });
    const small = await client(PAGE, { headers: { ...BASE, 'accept-encoding': 'gzip' } });
    expect([
      plain.headers.get('content-encoding'),
      small.headers.get('content-encoding'),
      (await client(PAGE, { headers: BASE })).headers.get('content-encoding'),
    ]).toEqual([null, 'gzip', null]);
  });

  it('has no body for HEAD and none of the manners of another method', async () => {
    const head = await client(PAGE, { method: 'HEAD', headers: BASE });
    expect({ status: head.status, body: await head.text() }).toEqual({ status: 200, body: '' });
    expect((await client(PAGE, { method: 'DELETE', headers: BASE })).status).toBe(405);
  });
});
