/** Sizes and days, as people say them. */
import { expect, it } from 'vitest';
import { byteSize } from '../../src/pages/parts/byte-size.ts';
import { dayText } from '../../src/pages/parts/day.ts';

it.each([
  [0, '0 bytes', '0字节'],
  [999, '999 bytes', '999字节'],
  [1000, '1 kB', '1 kB'],
  [105_432, '105 kB', '105 kB'],
  [999_499, '999 kB', '999 kB'],
  [999_501, '1 MB', '1 MB'],
  [1_330_000, '1.33 MB', '1.33 MB'],
  [5e15, '5,000 TB', '5,000 TB'],
])('%i bytes are said to be %s', (bytes, english, chinese) => {
  expect([byteSize(bytes, 'en'), byteSize(bytes, 'zh-hans')]).toEqual([english, chinese]);
});

it.each([
  ['2026-11-24', '24 November 2026', '2026年11月24日'],
  ['2026-11', 'November 2026', '2026年11月'],
  ['2026', '2026', '2026年'],
  ['some day', 'some day', 'some day'],
])('%s is said as precisely as it is stated', (date, english, chinese) => {
  expect([dayText(date, 'en'), dayText(date, 'zh-hans')]).toEqual([english, chinese]);
});
