/** Texts are measured, shortened and wrapped before a browser has seen them. */
import { describe, expect, it } from 'vitest';
import { oneLine, shorten, textWidth, wrap } from '../../src/pages/drawings/text-width.ts';

it('takes East Asian letters for twice as wide as Latin ones, or nearly', () => {
  expect(textWidth('北京')).toBeGreaterThan(textWidth('ab') * 1.5);
  expect(textWidth('')).toBe(0);
});

it.each([
  ['a short name', 'Paris', 100, 'Paris'],
  ['a long name', 'Chinese government', 80, 'Chinese g…'],
  ['a name in Chinese', '联合国教科文组织', 60, '联合国…'],
  ['no room at all', 'Paris', 0, '…'],
])('shortens %s to what fits', (_, text, width, expected) => {
  expect(shorten(text, width)).toBe(expected);
});

it('does not cut a letter into pieces', () => {
  expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 100)).toMatch(/^(?:👩‍👩‍👧)*…$/u);
});

it('makes one line of breaks, and takes out what turns the direction', () => {
  expect(oneLine(' a\n\tb\u202Ec\u0000 ')).toBe('a b c');
});

describe('wrapping', () => {
  it.each([
    ['words', 'Education 2030 Agenda', 100, ['Education', '2030 Agenda']],
    ['Chinese anywhere', '可持续发展教育议程', 65, ['可持续发展', '教育议程']],
    ['at a hyphen', 'Director-General', 75, ['Director-', 'General']],
    ['no more than fits', 'one', 100, ['one']],
    ['nothing', '', 100, []],
  ])('breaks %s', (_, text, width, lines) => {
    expect(wrap(text, width, 2)).toEqual(lines);
  });

  it('shortens what does not fit into the lines there are', () => {
    const lines = wrap('Education 2030 Sustainable Development Agenda of all', 90, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(90);
  });

  it('does not begin a line with a mark that ends one', () => {
    for (const width of [40, 52, 65, 78, 90])
      for (const line of wrap('一二三，四五六。七八九、十', width, 4))
        expect(line).not.toMatch(/^[，。、]/);
  });

  it('takes a text of a million letters', () => {
    expect(wrap('x'.repeat(1_000_000), 90, 2).length).toBeLessThanOrEqual(2);
  });
});
