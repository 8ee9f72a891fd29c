/** Oxigraph in WebAssembly behind a thin server, the union of all graphs as its default graph. */
import { closeSync, openSync, readSync } from 'node:fs';
import oxigraph from 'oxigraph';
import { thinArguments, thinServer } from './thin-server.ts';

const PIECE_BYTES = 20_000_000;

const { file, port } = thinArguments();
const store = new oxigraph.Store();
// Its own loader at its fastest: no transaction to roll back.
store.load(pieces(file), { format: 'application/n-quads', no_transaction: true });

thinServer(port, (query) => {
  const answer = store.query(query, {
    use_default_graph_as_union: true,
    results_format: 'application/sparql-results+json',
  });
  if (typeof answer !== 'string') throw new Error('the answer is no text');
  return answer;
});

function* pieces(path: string): Iterable<Uint8Array> {
  const opened = openSync(path, 'r');
  for (;;) {
    const piece = new Uint8Array(PIECE_BYTES);
    const length = readSync(opened, piece);
    if (length === 0) break;
    yield piece.subarray(0, length);
  }
  closeSync(opened);
}
