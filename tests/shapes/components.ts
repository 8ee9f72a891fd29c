/**
 * SHACL, case by case: data and shapes are different graphs. Each case lists the results as
 * "focus path component value" with local names; "-" stands for an absent part.
 */
export interface ShapesCase {
  readonly name: string;
  readonly shapes: string;
  readonly data: string;
  readonly results: readonly string[];
}

export const PROLOGUE = `@prefix : <http://a.example/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

/** A property shape at the subjects of :v. */
const at = (constraints: string): string =>
  `:S a sh:NodeShape ; sh:targetSubjectsOf :v ; sh:property [ sh:path :v ; ${constraints} ] .`;

export const CASES: readonly ShapesCase[] = [
  {
    name: 'targetClass reaches instances of subclasses that the data declares',
    shapes: ':S a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:path :v ; sh:minCount 1 ] .',
    data: ':D rdfs:subClassOf :E . :E rdfs:subClassOf :C . :a a :D . :b a :C .',
    results: ['a v MinCount -', 'b v MinCount -'],
  },
  {
    name: 'class accepts instances of subclasses that the data declares',
    shapes: at('sh:class :K'),
    data: ':L rdfs:subClassOf :K . :x a :L . :y a :M . :a :v :x, :y .',
    results: ['a v Class y'],
  },
  {
    name: 'an implicit class target is a class of the data or of the shapes',
    shapes: ':C a sh:NodeShape, rdfs:Class ; sh:property [ sh:path :v ; sh:minCount 1 ] .',
    data: ':a a :C .',
    results: ['a v MinCount -'],
  },
  {
    name: 'targetNode, targetObjectsOf and targetSubjectsOf',
    shapes: `:S a sh:NodeShape ; sh:targetNode "x", :n ; sh:nodeKind sh:IRI .
      :T a sh:NodeShape ; sh:targetObjectsOf :p ; sh:nodeKind sh:Literal .`,
    data: ':a :p :b, "c" .',
    results: ['x - NodeKind x', 'b - NodeKind b'],
  },
  {
    name: 'datatype refuses other datatypes and ill-formed literals',
    shapes: at('sh:datatype xsd:integer'),
    data: ':a :v 1, "1", 1.0, "x"^^xsd:integer, :b .',
    results: ['a v Datatype 1', 'a v Datatype 1.0', 'a v Datatype b', 'a v Datatype x'],
  },
  {
    name: 'datatype knows days of months and binary texts',
    shapes: `${at('sh:datatype xsd:date')} :T a sh:NodeShape ; sh:targetSubjectsOf :w ;
      sh:property [ sh:path :w ; sh:datatype xsd:hexBinary ] .`,
    data: `:a :v "2020-02-30"^^xsd:date, "2020-02-29"^^xsd:date ;
      :w "0g"^^xsd:hexBinary, "0F"^^xsd:hexBinary .`,
    results: ['a v Datatype 2020-02-30', 'a w Datatype 0g'],
  },
  {
    name: 'nodeKind',
    shapes: at('sh:nodeKind sh:BlankNodeOrLiteral'),
    data: ':a :v :b, "c", [] .',
    results: ['a v NodeKind b'],
  },
  {
    name: 'minCount and maxCount count distinct values',
    shapes: at('sh:minCount 2 ; sh:maxCount 2'),
    data: ':a :v 1 . :b :v 1, 2 . :c :v 1, 2, 3 .',
    results: ['a v MinCount -', 'c v MaxCount -'],
  },
  {
    name: 'ranges compare exactly, beyond doubles',
    shapes: `${at('sh:maxInclusive 9007199254740992')} :T a sh:NodeShape ; sh:targetSubjectsOf :w ;
      sh:property [ sh:path :w ; sh:maxInclusive 0.1 ] .`,
    data: ':a :v 9007199254740993, 9007199254740992 ; :w 0.10000000000000000001, 0.1 .',
    results: ['a v MaxInclusive 9007199254740993', 'a w MaxInclusive 0.10000000000000000001'],
  },
  {
    name: 'ranges refuse what cannot be compared',
    shapes: at('sh:minExclusive 1'),
    data: ':a :v 2, 1, "2", :b .',
    results: ['a v MinExclusive 1', 'a v MinExclusive 2', 'a v MinExclusive b'],
  },
  {
    name: 'lengths count characters, not code units',
    shapes: at('sh:maxLength 2 ; sh:minLength 2'),
    data: ':a :v "😀😀", "abc", "a", [] .',
    results: ['a v MaxLength abc', 'a v MaxLength _', 'a v MinLength a', 'a v MinLength _'],
  },
  {
    name: 'patterns are those of SPARQL, with properties of characters and flags',
    shapes: `${at(String.raw`sh:pattern "^\\p{Lu}.$"`)} :T a sh:NodeShape ; sh:targetSubjectsOf :w ;
      sh:property [ sh:path :w ; sh:pattern "A.C" ; sh:flags "iq" ] .`,
    data: ':a :v "Äb", "b😀", "B😀" ; :w "xa.cx", "abc" .',
    results: ['a v Pattern b😀', 'a w Pattern abc'],
  },
  {
    name: 'languageIn matches ranges, whatever their case',
    shapes: at('sh:languageIn ("en" "ZH-Hans")'),
    data: ':a :v "a"@en-GB, "b"@eng, "c"@zh-Hans, "d"@EN, "e" .',
    results: ['a v LanguageIn b', 'a v LanguageIn e'],
  },
  {
    name: 'uniqueLang gives a result for each language',
    shapes: at('sh:uniqueLang true'),
    data: ':a :v "a"@en, "b"@EN, "c"@de, "d", "e" .',
    results: ['a v UniqueLang -'],
  },
  {
    name: 'equals and disjoint, in both directions',
    shapes: at('sh:equals :w ; sh:disjoint :x'),
    data: ':a :v 1, 2 ; :w 2, 3 ; :x 1 .',
    results: ['a v Disjoint 1', 'a v Equals 1', 'a v Equals 3'],
  },
  {
    name: 'equals at a node shape',
    shapes: ':S a sh:NodeShape ; sh:targetNode :a ; sh:equals :w .',
    data: ':a :w :b .',
    results: ['a - Equals a', 'a - Equals b'],
  },
  {
    name: 'lessThan gives a result for each pair, and for what cannot be compared',
    shapes: at('sh:lessThan :w'),
    data: ':a :v 1, 5 ; :w 3, "x" .',
    results: ['a v LessThan 1', 'a v LessThan 5', 'a v LessThan 5'],
  },
  {
    name: 'not, and, or, xone',
    shapes: `:S a sh:NodeShape ; sh:targetSubjectsOf :v ; sh:not [ sh:class :A ] ;
      sh:and ([ sh:class :B ] [ sh:class :D ]) ; sh:or ([ sh:class :A ] [ sh:class :B ]) ;
      sh:xone ([ sh:class :B ] [ sh:class :D ]) .`,
    data: ':a a :A ; :v 1 . :b a :B, :D ; :v 1 . :c a :B ; :v 1 .',
    results: ['a - And a', 'a - Not a', 'a - Xone a', 'b - Xone b', 'c - And c'],
  },
  {
    name: 'node, with a value that two things share',
    shapes: `${at('sh:node :T')} :T a sh:NodeShape ; sh:property [ sh:path :name ; sh:minCount 1 ] .`,
    data: ':a :v :x . :b :v :x . :c :v :y . :y :name "y" .',
    results: ['a v Node x', 'b v Node x'],
  },
  {
    name: 'qualified value shapes, with a value that two things share',
    shapes: at(
      'sh:qualifiedValueShape [ sh:property [ sh:path :name ; sh:minCount 1 ] ] ; sh:qualifiedMinCount 1',
    ),
    data: ':a1 :v :b . :a2 :v :b . :a3 :v :c . :c :name "c" .',
    results: ['a1 v QualifiedMinCount -', 'a2 v QualifiedMinCount -'],
  },
  {
    name: 'qualified value shapes that exclude those of siblings',
    shapes: `:S a sh:NodeShape ; sh:targetClass :Hand ;
      sh:property [ sh:path :v ; sh:qualifiedValueShape [ sh:class :Thumb ] ; sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMaxCount 1 ] ;
      sh:property [ sh:path :v ; sh:qualifiedValueShape [ sh:class :Finger ] ; sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ] .`,
    data: ':a a :Hand ; :v :both . :both a :Thumb, :Finger . :b a :Hand ; :v :f . :f a :Finger .',
    results: ['a v QualifiedMinCount -'],
  },
  {
    name: 'closed allows only properties whose path is an IRI, and the ignored ones',
    shapes: `:S a sh:NodeShape ; sh:targetNode :a ; sh:closed true ; sh:ignoredProperties (:i) ;
      sh:property [ sh:path :v ] ; sh:property [ sh:path [ sh:inversePath :p ] ] ;
      sh:property [ sh:path (:q :r) ] ; sh:property [ sh:path [ sh:alternativePath (:s :t) ] ] .`,
    data: ':a :v 1 ; :i 1 ; :p 1 ; :q 1 ; :s 1 .',
    results: ['a p Closed 1', 'a q Closed 1', 'a s Closed 1'],
  },
  {
    name: 'closed at a property shape looks at its values',
    shapes: at('sh:closed true ; sh:property [ sh:path :n ]'),
    data: ':a :v :b . :b :n 1 ; :m 2 .',
    results: ['a m Closed 2'],
  },
  {
    name: 'hasValue and in',
    shapes: at('sh:hasValue 1 ; sh:in (1 2)'),
    data: ':a :v 1, 3 . :b :v 2 .',
    results: ['a v In 3', 'b v HasValue -'],
  },
  {
    name: 'paths within paths',
    shapes: `:S a sh:NodeShape ; sh:targetNode :a ;
      sh:property [ sh:path [ sh:inversePath (:p :q) ] ; sh:minCount 1 ] ;
      sh:property [ sh:path [ sh:inversePath [ sh:inversePath :p ] ] ; sh:minCount 3 ] ;
      sh:property [ sh:path [ sh:alternativePath (:p [ sh:inversePath :q ]) ] ; sh:maxCount 1 ] ;
      sh:property [ sh:path [ sh:zeroOrMorePath [ sh:inversePath :q ] ] ; sh:maxCount 1 ] ;
      sh:property [ sh:path [ sh:oneOrMorePath [ sh:alternativePath (:p :q) ] ] ; sh:maxCount 0 ] ;
      sh:property [ sh:path [ sh:zeroOrOnePath :p ] ; sh:maxCount 1 ] .`,
    data: ':a :p :b . :c :q :a . :d :p :c .',
    results: [
      'a _ MaxCount -',
      'a _ MaxCount -',
      'a _ MaxCount -',
      'a _ MaxCount -',
      'a _ MinCount -',
    ],
  },
  {
    name: 'deactivated shapes, severities, and nested property shapes',
    shapes: `:S a sh:NodeShape ; sh:targetNode :a ; sh:property :P, :Q . :P sh:path :v ; sh:minCount 1 ; sh:deactivated true .
      :Q sh:path :w ; sh:severity sh:Info ; sh:property [ sh:path :x ; sh:minCount 1 ] .`,
    data: ':a :w :b .',
    results: ['b x MinCount -'],
  },
  {
    name: 'a constraint by SPARQL, with $PATH and a message',
    shapes: at(`sh:sparql [ sh:message "too small: {?value}" ;
      sh:select "SELECT $this ?value { $this $PATH ?value FILTER(?value < 2) }" ]`),
    data: ':a :v 1, 2 .',
    results: ['a v SPARQL 1'],
  },
  {
    name: 'a component of the shapes graph',
    shapes: `:Between a sh:ConstraintComponent ; sh:parameter [ sh:path :low ], [ sh:path :high ] ;
      sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER($value >= $low && $value <= $high) }" ] .
      ${at(':low 2 ; :high 3')}`,
    data: ':a :v 1, 2, 4 .',
    results: ['a v Between 1', 'a v Between 4'],
  },
  {
    name: 'a target by SPARQL',
    shapes: `:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this { ?this <http://a.example/v> 1 }" ] ;
      sh:property [ sh:path :w ; sh:minCount 1 ] .`,
    data: ':a :v 1 . :b :v 2 .',
    results: ['a w MinCount -'],
  },
];
