/** Data to draw: what a site has, and what nobody should have. */
import { Memo } from '../../src/memo.ts';
import type { BarGroup } from '../../src/pages/drawings/bars/bars.ts';
import type { Place } from '../../src/pages/drawings/map/map.ts';
import type { Network, NetworkDot } from '../../src/pages/drawings/network/network.ts';
import type { Span } from '../../src/pages/drawings/time/timeline.ts';
import { pageContext, type PageContext } from '../../src/pages/parts/site.ts';

export type SampleLanguage = 'en' | 'zh';

/** A reader of a site that is at the root of its host. */
export const sampleContext = (language: SampleLanguage): PageContext =>
  pageContext(
    {
      root: '/',
      base: 'https://kg.example/',
      titles: new Map([['en', 'Sample']]),
      shortTitles: new Map(),
      menu: [],
      languages: ['en', 'zh-hans'],
      license: undefined,
      hasPast: false,
      prefixes: new Map(),
      memo: new Memo(),
      stylesheet: 'assets/style.css',
      scripts: { search: '', editor: '', explorer: '', copy: '' },
    },
    { preferredLanguages: [language], path: 'sample' },
  );

const in2 = (language: SampleLanguage, en: string, zh: string) =>
  language === 'zh' ? { text: zh, language: 'zh-hans' } : { text: en, language: 'en' };

export function sampleBars(language: SampleLanguage): readonly BarGroup[] {
  const say = (en: string, zh: string) => in2(language, en, zh);
  const bar = (
    en: string,
    zh: string,
    figure: [string, string],
    bounds: Omit<BarGroup['bars'][number], 'label' | 'figure'>,
  ) => ({
    label: say(en, zh),
    figure: figure[language === 'zh' ? 1 : 0],
    href: '/id/x',
    kind: 'statement' as const,
    ...bounds,
  });
  return [
    {
      unit: say('countries', '国家'),
      bars: [
        bar(
          'Countries and regions with which there is exchange',
          '开展交流的国家和地区',
          ['181', '181'],
          { value: 181, lower: 181, upper: 181 },
        ),
        bar('Countries in which languages are taught', '开设语言教学的国家', ['over 70', '70多'], {
          value: 70,
          lower: 70,
        }),
      ],
    },
    {
      unit: say('people', '人'),
      bars: [
        bar('Students sent abroad', '派出留学人员', ['over 14,000', '1.4万余'], {
          value: 14_000,
          lower: 14_000,
        }),
        bar('Teachers trained', '培训教师', ['over 4,000', '4000余'], {
          value: 4000,
          lower: 4000,
          note: language === 'zh' ? '自2019年起' : 'since 2019',
        }),
      ],
    },
    {
      unit: say('percent', '百分比'),
      bars: [
        bar('Graduates who return', '学成回国比例', ['over 80', '80以上'], {
          value: 80,
          lower: 80,
        }),
      ],
    },
    {
      unit: say('institutions', '机构'),
      bars: [
        bar('Workshops', '工坊', ['nearly 30', '近30'], { value: 30, upper: 30 }),
        bar('Joint institutes', '联合学院', ['between 12 and 20', '12至20'], {
          value: 16,
          lower: 12,
          upper: 20,
        }),
        bar('Alliances', '联盟', ['about 9', '约9'], { value: 9 }),
      ],
    },
    {
      unit: say('programmes', '项目'),
      bars: [
        bar('Programmes', '项目', ['2,300', '2300'], { value: 2300, lower: 2300, upper: 2300 }),
      ],
    },
    {
      unit: say('degrees of warming', '度'),
      bars: [
        bar('Change', '变化', ['−3', '−3'], { value: -3, lower: -3, upper: -3 }),
        bar('Rise', '上升', ['5', '5'], { value: 5, lower: 5, upper: 5 }),
      ],
    },
  ];
}

export function samplePlaces(language: SampleLanguage): readonly Place[] {
  const place = (
    en: string,
    zh: string,
    latitude: number,
    longitude: number,
    kind: Place['kind'] = 'place',
  ): Place => ({
    label: in2(language, en, zh),
    href: `/id/place/${encodeURIComponent(en)}`,
    kind,
    latitude,
    longitude,
  });
  return [
    place('Paris', '巴黎', 48.8566, 2.3522),
    place(
      'United Nations Educational, Scientific and Cultural Organization',
      '联合国教育、科学及文化组织',
      48.85,
      2.306,
      'organisation',
    ),
    place('Berlin', '柏林', 52.52, 13.405),
    place('Geneva', '日内瓦', 46.2044, 6.1432),
    place('London', '伦敦', 51.5074, -0.1278),
    place('Brussels', '布鲁塞尔', 50.8503, 4.3517),
    place('Luxembourg', '卢森堡', 49.6116, 6.1319),
    place('Vienna', '维也纳', 48.2082, 16.3738),
  ];
}

export const worldPlaces = (language: SampleLanguage): readonly Place[] => [
  ...samplePlaces(language).slice(0, 3),
  { label: in2(language, 'Beijing', '北京'), latitude: 39.9, longitude: 116.4, kind: 'place' },
  { label: in2(language, 'Nairobi', '内罗毕'), latitude: -1.29, longitude: 36.82, kind: 'event' },
  {
    label: in2(language, 'São Paulo', '圣保罗'),
    latitude: -23.55,
    longitude: -46.63,
    kind: 'place',
  },
  { label: in2(language, 'Sydney', '悉尼'), latitude: -33.87, longitude: 151.21, kind: 'place' },
];

export const pacificPlaces = (language: SampleLanguage): readonly Place[] => [
  { label: in2(language, 'Suva', '苏瓦'), latitude: -18.14, longitude: 178.44, kind: 'place' },
  { label: in2(language, 'Apia', '阿皮亚'), latitude: -13.83, longitude: -171.76, kind: 'place' },
  {
    label: in2(language, 'Auckland', '奥克兰'),
    latitude: -36.85,
    longitude: 174.76,
    kind: 'place',
  },
];

export function sampleSpans(language: SampleLanguage): readonly Span[] {
  const span = (
    en: string,
    zh: string,
    start: string | undefined,
    end: string | undefined,
    kind: Span['kind'] = 'event',
  ): Span => ({
    label: in2(language, en, zh),
    href: '/id/event',
    kind,
    start,
    end,
  });
  return [
    span('Adoption of the agenda', '通过议程', '2015-09-25', '2015-09-25'),
    span('Agenda for Sustainable Development', '可持续发展议程', '2015', '2030'),
    span('Ministry', '教育部', '2018-03-17', undefined, 'organisation'),
    span('Office', '办公室', undefined, '2019-06', 'organisation'),
    span('World conference on digital education', '世界数字教育大会', '2023-02-13', '2023-02-14'),
    span('Year of exchange', '交流年', '2024', '2024'),
    span(
      'Press conference',
      '新闻发布会',
      '2024-09-26T10:00:00+08:00',
      '2024-09-26T10:00:00+08:00',
      'work',
    ),
    span('Broken', '无法读取', 'last spring', undefined),
  ];
}

const CENTRE: NetworkDot = {
  id: 'c',
  label: { text: 'UNESCO', language: 'en' },
  kind: 'organisation',
  href: '/id/c',
};

export function sampleStar(language: SampleLanguage, count: number): Network {
  const things = [
    [
      'Education 2030 Sustainable Development Agenda',
      '2030年可持续发展教育议程',
      'event',
      'has initiative',
      '发起倡议',
    ],
    ['China', '中国', 'place', 'partner of', '合作伙伴'],
    ['Paris', '巴黎', 'place', 'headquarters', '总部所在地'],
    [
      'Chinese government',
      '中国政府',
      'organisation',
      'participates in its initiative',
      '参与其倡议',
    ],
    ['United Nations', '联合国', 'organisation', 'part of', '隶属于'],
    ['Director-General', '总干事', 'person', 'led by', '领导人'],
    ['Constitution of the organisation', '组织法', 'work', 'founded by', '成立依据'],
    ['Claim 14', '声明14', 'statement', 'said of it', '相关陈述'],
  ] as const;
  const dots = Array.from(
    { length: count },
    (_, at): NetworkDot & { predicate: Network['lines'][number]['label'] } => {
      const [en, zh, kind, predicate, predicateZh] = things[at % things.length] ?? things[0];
      const number = at < things.length ? '' : ` ${at}`;
      return {
        id: `n${at}`,
        label: in2(language, en + number, zh + number),
        kind,
        href: `/id/n${at}`,
        predicate: in2(language, predicate, predicateZh),
      };
    },
  );
  return {
    dots: [{ ...CENTRE, label: in2(language, 'UNESCO', '联合国教科文组织') }, ...dots],
    lines: [
      ...dots.map(({ id, predicate }, at) =>
        at % 4 === 3
          ? { source: id, target: 'c', label: predicate }
          : { source: 'c', target: id, label: predicate },
      ),
      ...(count > 5
        ? [
            { source: 'n0', target: 'n5', label: in2(language, 'chaired by', '主持') },
            { source: 'c', target: 'c', label: in2(language, 'succeeds', '继承') },
          ]
        : []),
    ],
    centre: 'c',
  };
}

export function sampleWhole(language: SampleLanguage, count: number): Network {
  const star = sampleStar(language, count);
  const lines = star.dots.slice(1).map(({ id }, at) => ({
    source: id,
    target: at < 4 ? 'c' : `n${(at * 7) % Math.max(1, Math.floor(count / 3))}`,
    label: star.lines[at]?.label ?? { text: '', language: '' },
  }));
  return {
    dots: star.dots,
    lines: [...lines, { source: 'n1', target: 'n1', label: in2(language, 'knows', '认识') }],
  };
}
