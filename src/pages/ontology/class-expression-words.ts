/** Anonymous class expressions as text. */
import type { ClassExpression } from '../../description/index.ts';
import type { InterfaceLanguage } from '../parts/messages.ts';
import { compose, joinPhrases, type Phrase } from './shapes/phrase.ts';

export function verbalizeClassExpression(
  one: ClassExpression,
  language: InterfaceLanguage,
): Phrase {
  return language === 'en' ? inEnglish(one) : inChinese(one);
}

function inEnglish(one: ClassExpression): Phrase {
  const joined = (members: readonly Phrase[], word: string) =>
    joinPhrases(members, { comma: ', ', last: ` ${word} ` });
  switch (one.kind) {
    case 'class':
      return [{ iri: one.iri }];
    case 'union':
      return joined(one.members.map(inEnglish), 'or');
    case 'intersection':
      return joined(one.members.map(inEnglish), 'and');
    case 'not':
      return compose`not ${inEnglish(one.of)}`;
    case 'oneOf':
      return compose`one of ${joined(
        one.values.map((term) => [{ term }]),
        'or',
      )}`;
    case 'some':
      return compose`has some ${{ iri: one.property }} that is ${inEnglish(one.of)}`;
    case 'only':
      return compose`whatever it has for ${{ iri: one.property }} is ${inEnglish(one.of)}`;
    case 'value':
      return compose`has ${{ term: one.value }} for ${{ iri: one.property }}`;
    case 'min':
    case 'max':
    case 'exactly': {
      const how = { min: 'at least', max: 'at most', exactly: 'exactly' }[one.kind];
      const of = one.of ? compose` that are ${inEnglish(one.of)}` : [];
      return compose`has ${how} ${one.count} of ${{ iri: one.property }}${of}`;
    }
    case 'unknown':
      return [];
  }
}

function inChinese(one: ClassExpression): Phrase {
  const quoted = (iri: string) => compose`“${{ iri }}”`;
  switch (one.kind) {
    case 'class':
      return [{ iri: one.iri }];
    case 'union':
      return joinPhrases(one.members.map(inChinese), { comma: '、', last: '或' });
    case 'intersection':
      return joinPhrases(one.members.map(inChinese), { comma: '，', last: '，且' });
    case 'not':
      return compose`非${inChinese(one.of)}`;
    case 'oneOf':
      return compose`下列之一：${joinPhrases(
        one.values.map((term) => [{ term }]),
        { comma: '、', last: '、' },
      )}`;
    case 'some':
      return compose`至少有一个${quoted(one.property)}为${inChinese(one.of)}`;
    case 'only':
      return compose`所有${quoted(one.property)}均为${inChinese(one.of)}`;
    case 'value':
      return compose`${quoted(one.property)}为${{ term: one.value }}`;
    case 'min':
    case 'max':
    case 'exactly': {
      const how = { min: '至少有', max: '至多有', exactly: '有且仅有' }[one.kind];
      const of = one.of ? compose`，均为${inChinese(one.of)}` : [];
      return compose`${how} ${one.count} 个${quoted(one.property)}${of}`;
    }
    case 'unknown':
      return [];
  }
}
