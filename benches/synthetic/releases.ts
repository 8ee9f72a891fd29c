/** Synthetic press releases: sentences, claims with figures or relations, and the evidence of each. */
import type { QuadWriter } from './quad-writer.ts';
import type { Random } from './random.ts';
import { MINISTRY, type Register } from './register.ts';
import {
  chinese,
  COMPARATORS,
  date,
  dct,
  decimal,
  edu,
  english,
  graphNamed,
  integer,
  monthDay,
  oa,
  prov,
  rdf,
  schema,
  skos,
  text,
  thing,
  truth,
  UNITS,
  WORDS,
} from './vocabulary.ts';

const RELEASES_PER_GRAPH = 200;
/** What the saved queries ask by name stands in the first releases alone, so that their answers stay small at any size. */
const NAMED_RELEASES = 60;
const SENTENCES = 6;
const CLAIMS_PER_SENTENCE = 2;
/** About so many quads does a release make. */
export const QUADS_PER_RELEASE = 383;

interface Context {
  readonly out: QuadWriter;
  readonly random: Random;
  readonly register: Register;
}

interface Place extends Context {
  readonly graph: string;
  readonly number: number;
  readonly slug: string;
  readonly release: string;
  readonly source: string;
  readonly event: string;
}

export const releaseSlug = (number: number) => `moe-en-${String(number).padStart(7, '0')}`;
export const claimName = (slug: string, number: number) =>
  thing('claim', `${slug}/c${String(number).padStart(2, '0')}`);

/** Writes one release with all that it says. */
export function writeRelease(context: Context, number: number): void {
  const { out, random, register } = context;
  const slug = releaseSlug(number);
  const graph = graphNamed(`release/batch-${Math.floor(number / RELEASES_PER_GRAPH)}`);
  const release = thing('release', slug);
  const source = thing('source', slug);
  const event = thing('event', slug);
  const place: Place = { ...context, graph, number, slug, release, source, event };
  const day = `${2008 + (number % 17)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  const publisher =
    number < NAMED_RELEASES
      ? MINISTRY
      : (register.organizations[random.skewed(register.organizations.length)] as string);
  out.write(release, rdf('type'), edu('PressRelease'), graph);
  out.write(release, schema('headline'), english(`${phrase(random)} in release ${number}`), graph);
  out.write(release, schema('publisher'), publisher, graph);
  out.write(release, schema('datePublished'), date(day), graph);
  out.write(release, dct('identifier'), text(`t${number}`), graph);
  out.write(release, edu('sourceText'), source, graph);
  out.write(source, rdf('type'), edu('SourceText'), graph);
  out.write(
    source,
    schema('url'),
    `<http://en.moe.example/news/press_releases/t${number}.html>`,
    graph,
  );
  out.write(source, edu('characterCount'), integer(2000 + random.below(4000)), graph);
  writeEvent(place, day);
  for (let sentence = 0; sentence < SENTENCES; sentence += 1) writeSentence(place, sentence);
}

function writeEvent({ out, random, register, graph, number, event }: Place, day: string): void {
  const conference = number < NAMED_RELEASES;
  out.write(event, rdf('type'), conference ? edu('PressConference') : schema('Event'), graph);
  out.write(event, skos('prefLabel'), english(`conference ${number}`), graph);
  out.write(event, skos('prefLabel'), chinese(`大会${number}`), graph);
  out.write(event, schema('startDate'), date(day), graph);
  if (!conference) return;
  out.write(event, edu('statedMonthDay'), monthDay(day.slice(5)), graph);
  out.write(event, edu('moderator'), random.pick(register.persons), graph);
}

function writeSentence(place: Place, index: number): void {
  const { out, graph, slug, source, release } = place;
  const sentence = thing('sentence', `${slug}/s${two(index + 1)}`);
  const start = 100 + index * 220;
  out.write(sentence, rdf('type'), edu('Sentence'), graph);
  out.write(sentence, schema('position'), integer(index + 1), graph);
  out.write(sentence, schema('isPartOf'), release, graph);
  out.write(sentence, oa('hasSource'), source, graph);
  out.write(sentence, oa('hasSelector'), writeRange(place, start, start + 210), graph);
  for (let claim = 0; claim < CLAIMS_PER_SENTENCE; claim += 1)
    writeClaim(place, { sentence, index: index * CLAIMS_PER_SENTENCE + claim, start: start + 10 });
}

function writeRange({ out, graph }: Place, start: number, end: number): string {
  const range = out.blank();
  out.write(range, rdf('type'), oa('TextPositionSelector'), graph);
  out.write(range, oa('start'), integer(start), graph);
  out.write(range, oa('end'), integer(end), graph);
  return range;
}

interface ClaimPlace {
  readonly sentence: string;
  readonly index: number;
  readonly start: number;
}

function writeClaim(place: Place, { sentence, index, start }: ClaimPlace): void {
  const { out, random, register, graph, slug, release, source } = place;
  const claim = claimName(slug, index);
  const say = (predicate: string, object: string) => out.write(claim, predicate, object, graph);
  say(rdf('type'), edu('Claim'));
  say(edu('claimText'), english(`The ${phrase(random)} reached ${phrase(random)} by ${index}.`));
  say(edu('claimText'), chinese(`${phrase(random, 1)}已达到${phrase(random, 1)}。`));
  say(edu('statedIn'), sentence);
  say(edu('status'), edu('asserted'));
  say(edu('basis'), edu(random.next() < 0.7 ? 'explicit' : 'implied'));
  say(edu('statedBy'), random.next() < 0.4 ? random.pick(register.persons) : MINISTRY);
  say(prov('wasDerivedFrom'), release);
  say(edu('period'), random.pick(register.periods));
  say(edu('periodBasis'), edu(random.next() < 0.8 ? 'explicit' : 'inferred'));
  if (index % 3 === 2) writeRelation(place, claim, index);
  else writeFigure(place, claim, index);
  const evidence = out.blank();
  say(edu('evidence'), evidence);
  out.write(evidence, rdf('type'), oa('SpecificResource'), graph);
  out.write(evidence, oa('hasSource'), source, graph);
  const hash = `${Math.floor(random.next() * 2 ** 32)
    .toString(16)
    .padStart(8, '0')}`.repeat(8);
  out.write(evidence, edu('clauseSha256'), text(hash), graph);
  out.write(evidence, oa('hasSelector'), writeRange(place, start, start + 40), graph);
  if (random.next() < 0.02) writeNote(place, claim, index);
}

function writeFigure(place: Place, claim: string, index: number): void {
  const { out, random, register, graph, number } = place;
  const say = (predicate: string, object: string) => out.write(claim, predicate, object, graph);
  const named = number < NAMED_RELEASES && index === 0;
  const unit = random.below(UNITS.length);
  const amount = named && number < 20 ? 58 : 100 + random.skewed(100_000);
  const value = unit === 10 && !named ? decimal(random.below(1000) / 10 + 100) : integer(amount);
  const comparator = random.below(COMPARATORS.length);
  const indicator = named
    ? register.indicators[number % 2]
    : register.indicators[2 + random.below(register.indicators.length - 2)];
  say(rdf('type'), edu('QuantifiedClaim'));
  say(rdf('subject'), named ? MINISTRY : subjectOf(place));
  say(edu('indicator'), indicator as string);
  say(edu('comparator'), COMPARATORS[comparator] as string);
  say(edu('statedValue'), value);
  say(edu('unit'), UNITS[unit] as string);
  if (comparator !== 1) say(edu('lowerBound'), value);
  if (comparator <= 1) say(edu('upperBound'), value);
  if (comparator === 2) say(edu('lowerExclusive'), truth);
}

function writeRelation(place: Place, claim: string, index: number): void {
  const { out, random, register, graph, number, event } = place;
  const say = (predicate: string, object: string) => out.write(claim, predicate, object, graph);
  say(rdf('type'), edu('RelationClaim'));
  if (index === 2) {
    const china = number < NAMED_RELEASES;
    say(rdf('subject'), event);
    say(rdf('predicate'), edu('organizedBy'));
    say(rdf('object'), china ? thing('place', 'china') : random.pick(register.organizations));
  } else if (index === 5 && number < NAMED_RELEASES) {
    say(rdf('subject'), event);
    say(rdf('predicate'), schema('startDate'));
    say(rdf('object'), date(`2022-09-${two(1 + (number % 28))}`));
  } else {
    say(rdf('subject'), subjectOf(place));
    say(rdf('predicate'), index === 8 ? edu('supports') : schema('about'));
    say(rdf('object'), random.pick(index === 8 ? register.initiatives : register.topics));
  }
  say(edu('involves'), random.pick(register.places));
}

function subjectOf({ random, register }: Place): string {
  const kind = random.pick([register.organizations, register.places, register.initiatives]);
  return kind[random.skewed(kind.length)] as string;
}

function writeNote({ out, slug, random }: Place, claim: string, index: number): void {
  const graph = graphNamed('notes');
  const note = thing('note', `${slug}-${index}`);
  const body = out.blank();
  out.write(note, rdf('type'), edu('EditorialNote'), graph);
  out.write(note, oa('motivatedBy'), oa(random.next() < 0.5 ? 'assessing' : 'commenting'), graph);
  out.write(note, oa('hasTarget'), claim, graph);
  out.write(note, oa('hasBody'), body, graph);
  out.write(body, rdf('value'), english(`Other reports differ on ${phrase(random)}.`), graph);
}

function phrase(random: Random, language: 0 | 1 = 0): string {
  const words = [random.pick(WORDS), random.pick(WORDS), random.pick(WORDS)];
  return words.map((word) => word[language]).join(language === 0 ? ' ' : '');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
