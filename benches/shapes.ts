/** `npm run bench:shapes`: ten shapes over a million quads, in seconds. The target is 20. */
import { readRdf, RDF_FORMATS, type RdfFormat, terms, xsd } from '../src/rdf/index.ts';
import { validate } from '../src/shapes/validate.ts';
import { StoreBuilder } from '../src/store/index.ts';
import { seededRandom } from './synthetic/random.ts';

const THINGS = Number(process.argv[2] ?? 100_000);
const EX = 'http://a.example/';

const SHAPES = `@prefix : <${EX}> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:S1 a sh:NodeShape ; sh:targetClass :Person ; sh:property [ sh:path :name ; sh:minCount 1 ; sh:datatype xsd:string ; sh:minLength 3 ] .
:S2 a sh:NodeShape ; sh:targetClass :Person ; sh:property [ sh:path :age ; sh:maxCount 1 ; sh:minInclusive 0 ; sh:maxInclusive 95 ] .
:S3 a sh:NodeShape ; sh:targetClass :Person ; sh:property [ sh:path :knows ; sh:class :Person ; sh:nodeKind sh:IRI ] .
:S4 a sh:NodeShape ; sh:targetClass :Person ; sh:property [ sh:path :label ; sh:uniqueLang true ; sh:languageIn ("en" "de") ] .
:S5 a sh:NodeShape ; sh:targetClass :Person ; sh:property [ sh:path (:knows :name) ; sh:minCount 1 ] .
:S6 a sh:NodeShape ; sh:targetClass :Person ; sh:property [ sh:path [ sh:inversePath :knows ] ; sh:maxCount 12 ] .
:S7 a sh:NodeShape ; sh:targetClass :Person ; sh:property [ sh:path :mail ; sh:pattern "^[a-z0-9]+@a[.]example$" ] .
:S8 a sh:NodeShape ; sh:targetClass :Person ; sh:or ([ sh:property [ sh:path :mail ; sh:minCount 1 ] ] [ sh:property [ sh:path :age ; sh:minCount 1 ] ]) .
:S9 a sh:NodeShape ; sh:targetClass :Person ; sh:property [ sh:path :knows ; sh:qualifiedValueShape [ sh:property [ sh:path :age ; sh:minInclusive 18 ] ] ; sh:qualifiedMinCount 1 ] .
:S10 a sh:NodeShape ; sh:targetClass :Person ; sh:property [ sh:path :start ; sh:lessThan :end ] ; sh:sparql [ sh:select "SELECT $this { $this <${EX}age> ?age FILTER(?age > 97) }" ] .
`;

const [turtle] = RDF_FORMATS as readonly [RdfFormat];
const shapes = await readRdf(SHAPES, { format: turtle, baseIri: EX, blankNodeScope: 's' });
const random = seededRandom(7);
const iri = (name: string) => terms.namedNode(EX + name);
const graph = iri('data');
const shapesGraph = iri('shapes');
const builder = new StoreBuilder({
  version: 'bench',
  isInDefaultGraph: (name) => name !== shapesGraph.value,
});
let quads = 0;
const add = (subject: number, predicate: string, object: Parameters<typeof terms.quad>[2]) => {
  builder.add(terms.quad(iri(`p${subject}`), iri(predicate), object, graph));
  quads += 1;
};
for (let index = 0; index < THINGS; index += 1) {
  builder.add(
    terms.quad(
      iri(`p${index}`),
      terms.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
      iri('Person'),
      graph,
    ),
  );
  add(index, 'name', terms.literal(`Person ${index}`));
  add(index, 'age', terms.literal(String(random.below(100)), xsd('integer')));
  add(index, 'mail', terms.literal(`p${index}@a.example`));
  add(index, 'label', terms.literal(`person ${index}`, 'en'));
  add(index, 'label', terms.literal(`Mensch ${index}`, 'de'));
  add(index, 'start', terms.literal(String(random.below(1000)), xsd('integer')));
  add(index, 'end', terms.literal(String(1000 + random.below(1000)), xsd('integer')));
  for (let count = 0; count < 2; count += 1) add(index, 'knows', iri(`p${random.below(THINGS)}`));
}
for (const { subject, predicate, object } of shapes.quads)
  builder.add(terms.quad(subject, predicate, object, shapesGraph));
const store = builder.build();
const started = performance.now();
const report = validate(store, shapes.quads, { baseIri: EX, shapesGraph: shapesGraph.value });
const seconds = (performance.now() - started) / 1000;
console.log(
  `${quads + THINGS} quads, ${report.shapes} shapes: ${report.results.length} results in ${seconds.toFixed(1)} s (target: 20 s for a million quads)`,
);
