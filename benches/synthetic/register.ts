/** The things that synthetic releases speak of: names in two languages, hierarchies, posts and a few fixed relations. */
import type { QuadWriter } from './quad-writer.ts';
import type { Random } from './random.ts';
import {
  BASE,
  chinese,
  dct,
  edu,
  english,
  graphNamed,
  integer,
  LABEL_STATUSES,
  org,
  rdf,
  schema,
  skos,
  text,
  thing,
  voidOf,
  WORDS,
} from './vocabulary.ts';

export interface Register {
  readonly organizations: readonly string[];
  readonly persons: readonly string[];
  readonly places: readonly string[];
  readonly topics: readonly string[];
  readonly initiatives: readonly string[];
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
}

export const MINISTRY = thing('org', 'moe');
const GOVERNMENT = thing('org', 'chinese-government');
const ENTITIES = graphNamed('entities');
const DERIVED = graphNamed('derived');

/** Writes the register for about so many releases. */
export function writeRegister(
  out: QuadWriter,
  { random, releases }: { random: Random; releases: number },
): Register {
  const name = (subject: string, type: string, number: number) =>
    writeNamed(out, { subject, type, number, random });
  const many = (kind: string, count: number, type: string) =>
    Array.from({ length: count }, (_, number) => {
      const subject = thing(kind, `${kind}-${String(number).padStart(6, '0')}`);
      name(subject, type, number);
      return subject;
    });
  writeDeclaration(out);
  name(MINISTRY, org('FormalOrganization'), 1);
  name(GOVERNMENT, org('FormalOrganization'), 2);
  const organizations = many('org', 60 + Math.ceil(releases / 10), org('FormalOrganization'));
  organizations.forEach((unit, number) => {
    const whole = number < 8 ? MINISTRY : organizations[Math.floor(number / 5)];
    if (number < 8 || number % 3 === 0) out.write(unit, org('unitOf'), whole ?? MINISTRY, DERIVED);
  });
  const posts = many('post', 40 + Math.ceil(releases / 40), org('Post'));
  const persons = many('person', 40 + Math.ceil(releases / 20), schema('Person'));
  for (const person of persons) out.write(person, org('holds'), random.pick(posts), DERIVED);
  const places = many('place', 80 + Math.ceil(releases / 5), schema('Place'));
  writeTree(out, places, 6);
  const topics = many('topic', 60 + Math.ceil(releases / 10), skos('Concept'));
  writeTree(out, topics, 4);
  const initiatives = many('initiative', 30 + Math.ceil(releases / 4), edu('Initiative'));
  initiatives.forEach((initiative, number) => {
    const by = organizations[number % organizations.length] ?? MINISTRY;
    out.write(initiative, edu('initiativeOf'), by, DERIVED);
    out.write(initiative, schema('location'), random.pick(places), DERIVED);
    if (number < 12) out.write(MINISTRY, edu('supports'), initiative, DERIVED);
    if (number >= 12 && number < 18) out.write(GOVERNMENT, edu('endorses'), initiative, DERIVED);
  });
  const indicators = ['partner-countries', 'share-deciding-to-return'].map((slug) =>
    thing('indicator', slug),
  );
  indicators.forEach((indicator, number) => name(indicator, edu('Indicator'), number));
  indicators.push(...many('indicator', 200, edu('Indicator')));
  writeFixedRelations(out, name, places);
  return {
    organizations,
    persons,
    places,
    topics,
    initiatives,
    indicators,
    periods: writePeriods(out),
  };
}

/** What the publication says of itself, in the corpus, so that every system holds the same quads. */
function writeDeclaration(out: QuadWriter): void {
  const dataset = thing('dataset', 'synthetic-releases');
  const graph = graphNamed('dataset');
  out.write(dataset, rdf('type'), voidOf('Dataset'), graph);
  out.write(dataset, dct('title'), english('Synthetic releases'), graph);
  out.write(dataset, dct('title'), chinese('合成新闻稿'), graph);
  out.write(dataset, voidOf('uriSpace'), text(BASE), graph);
}

interface Named {
  readonly subject: string;
  readonly type: string;
  readonly number: number;
  readonly random: Random;
}

function writeNamed(out: QuadWriter, { subject, type, number, random }: Named): void {
  const first = random.pick(WORDS);
  const second = random.pick(WORDS);
  out.write(subject, rdf('type'), type, ENTITIES);
  out.write(subject, skos('prefLabel'), english(`${first[0]} ${second[0]} ${number}`), ENTITIES);
  out.write(subject, skos('prefLabel'), chinese(`${first[1]}${second[1]}${number}`), ENTITIES);
  out.write(subject, edu('labelStatus'), random.pick(LABEL_STATUSES), ENTITIES);
  if (random.next() < 0.5)
    out.write(
      subject,
      schema('description'),
      english(`What is known as ${first[0]} for ${second[0]}, number ${number} of the register.`),
      ENTITIES,
    );
}

/** A hierarchy in which every thing but the first is below one that came earlier. */
function writeTree(out: QuadWriter, things: readonly string[], width: number): void {
  things.forEach((narrower, number) => {
    const broader = things[Math.floor((number - 1) / width)];
    if (broader !== undefined) out.write(narrower, skos('broader'), broader, ENTITIES);
  });
}

function writeFixedRelations(
  out: QuadWriter,
  name: (subject: string, type: string, number: number) => void,
  places: readonly string[],
): void {
  const bay = thing('place', 'greater-bay-area');
  name(thing('place', 'china'), schema('Place'), 1);
  name(bay, schema('Place'), 2);
  for (const territory of places.slice(1, 5))
    out.write(bay, edu('extendsOver'), territory, DERIVED);
  for (let number = 0; number < 8; number += 1) {
    const activity = thing('activity', `activity-${number}`);
    name(activity, edu('Activity'), number);
    out.write(MINISTRY, edu('encourages'), activity, DERIVED);
  }
  for (let number = 0; number < 5; number += 1) {
    const platform = thing('platform', `platform-${number}`);
    name(platform, edu('Platform'), number);
    out.write(platform, edu('releasedBy'), MINISTRY, DERIVED);
    out.write(platform, edu('purpose'), english(`Helps graduates of year ${number}.`), DERIVED);
  }
}

function writePeriods(out: QuadWriter): readonly string[] {
  const periods: string[] = [];
  for (let from = 2010; from <= 2020; from += 1)
    for (const years of [0, 1, 2, 4, 10]) {
      const period = thing('period', `${from}-${from + years}`);
      out.write(period, rdf('type'), edu('Period'), ENTITIES);
      out.write(period, edu('startYear'), integer(from), ENTITIES);
      out.write(period, edu('endYear'), integer(from + years), ENTITIES);
      periods.push(period);
    }
  return periods;
}
