"""Reads the networks with networkx. Prints a line for each case: its name, a tab, "ok" or the mistake."""

import io
import sys
import urllib.request

import networkx

ORIGIN = sys.argv[1]
# Not GEXF: networkx knows its drafts alone, and ours is version 1.3.
READERS = {"graphml": networkx.read_graphml}
SELECTIONS = {
    "the whole": "",
    "a neighbourhood": "?resource=https://kg.example/id/org/unesco&depth=1",
    "a class": "?class=https://kg.example/def/edu%23Claim",
}


def read(extension, query):
    with urllib.request.urlopen(ORIGIN + "/network." + extension + query) as answer:
        network = READERS[extension](io.BytesIO(answer.read()))
    assert network.number_of_nodes() > 1, "too few nodes"
    assert network.number_of_edges() > 0, "no edges"
    assert all(str(node).startswith(("http", "_:")) for node in network.nodes), "ids are no IRIs"


for extension in READERS:
    for name, query in SELECTIONS.items():
        try:
            read(extension, query)
            print(name + " as " + extension + "\tok")
        except Exception as error:  # noqa: BLE001: whatever it is, the case failed
            print(name + " as " + extension + "\t" + type(error).__name__ + ": " + str(error).split("\n")[0])
