/** `/sparql-vocabulary.json`: the functions of SPARQL and the terms of the dataset, for the completion of an editor. */
import { conditional } from '../protocol/conditional.ts';
import type { Publication } from '../../publication/index.ts';
import { DESCRIBED_FUNCTIONS } from '../../sparql/index.ts';
import { queryVocabulary } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import type { Reply } from '../protocol/reply.ts';
import { etagOf } from '../protocol/validators.ts';

/** Path inside the publication. */
export const VOCABULARY_PATH = 'sparql-vocabulary.json';

/** In all languages at once, so that one copy serves every reader. */
export async function answerVocabulary(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const etag = etagOf(publication.version, VOCABULARY_PATH);
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache', etag };
  return conditional(request, headers, async () => {
    const vocabulary = {
      ...(await queryVocabulary(publication)),
      functions: DESCRIBED_FUNCTIONS,
    };
    const body = JSON.stringify(vocabulary, (_, value: unknown) =>
      value instanceof Map ? Object.fromEntries(value) : value,
    );
    return { headers, body };
  });
}
