/** The names of kinds in the singular, shown beside the colour of the kind. */
import type { Kind } from '../../description/index.ts';
import type { InterfaceLanguage } from './messages.ts';

const NAMES: Readonly<Record<InterfaceLanguage, Readonly<Record<Kind, string>>>> = {
  en: {
    person: 'Person',
    place: 'Place',
    statement: 'Statement',
    event: 'Event',
    organisation: 'Organisation',
    work: 'Work',
    concept: 'Concept',
    other: 'Other',
    none: 'Not classified',
  },
  'zh-hans': {
    person: '人物',
    place: '地点',
    statement: '陈述',
    event: '事件',
    organisation: '组织',
    work: '作品',
    concept: '概念',
    other: '其他',
    none: '未分类',
  },
};

export const kindName = (kind: Kind, language: InterfaceLanguage): string => NAMES[language][kind];
