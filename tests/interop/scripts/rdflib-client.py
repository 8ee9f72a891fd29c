"""What people do with SPARQLWrapper and rdflib. Prints a line for each case: its name, a tab, "ok" or the mistake."""

import sys
import warnings

warnings.simplefilter("ignore")

import rdflib  # noqa: E402
from rdflib.plugins.stores.sparqlstore import SPARQLStore  # noqa: E402
from SPARQLWrapper import CSV, JSON, JSONLD, RDFXML, TSV, TURTLE, XML, SPARQLWrapper  # noqa: E402

ORIGIN = sys.argv[1]
ENDPOINT = ORIGIN + "/sparql"
SELECT = "SELECT ?s WHERE { ?s a <https://kg.example/def/edu#Claim> } LIMIT 2"
CONSTRUCT = "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 2"


def wrapped(query, return_format, method):
    client = SPARQLWrapper(ENDPOINT)
    client.setQuery(query)
    client.setReturnFormat(return_format)
    client.setMethod(method)
    return client.query().convert()


def rows_of_json(method):
    assert len(wrapped(SELECT, JSON, method)["results"]["bindings"]) == 2


def text_of(return_format, method):
    assert b"https://kg.example/id/claim/" in wrapped(SELECT, return_format, method)


def graph_of(return_format):
    assert len(wrapped(CONSTRUCT, return_format, "GET")) > 0


def store():
    graph = rdflib.Graph(SPARQLStore(ENDPOINT))
    unesco = rdflib.URIRef("https://kg.example/id/org/unesco")
    assert len(list(graph.triples((unesco, None, None)))) > 5


def dereferenced(path, least):
    graph = rdflib.Graph()
    graph.parse(ORIGIN + path)
    assert len(graph) >= least, len(graph)


CASES = [
    ("SPARQLWrapper JSON by GET", lambda: rows_of_json("GET")),
    ("SPARQLWrapper JSON by POST", lambda: rows_of_json("POST")),
    ("SPARQLWrapper XML", lambda: wrapped(SELECT, XML, "GET").getElementsByTagName("uri")[1]),
    ("SPARQLWrapper CSV", lambda: text_of(CSV, "GET")),
    ("SPARQLWrapper TSV by POST", lambda: text_of(TSV, "POST")),
    ("SPARQLWrapper Turtle", lambda: graph_of(TURTLE)),
    ("SPARQLWrapper RDF/XML", lambda: graph_of(RDFXML)),
    ("SPARQLWrapper JSON-LD", lambda: graph_of(JSONLD)),
    ("rdflib SPARQLStore", store),
    ("rdflib dereferences a thing", lambda: dereferenced("/id/org/unesco", 10)),
    ("rdflib dereferences the ontology", lambda: dereferenced("/def/edu", 100)),
]

for name, run in CASES:
    try:
        run()
        print(name + "\tok")
    except Exception as error:  # noqa: BLE001: whatever it is, the case failed
        print(name + "\t" + type(error).__name__ + ": " + str(error).split("\n")[0])
