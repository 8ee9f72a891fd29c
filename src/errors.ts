/** The errors that a user, a file or a client can cause. A bug is a plain `Error`. */

/** What is true of an error code. */
export interface ErrorFacts {
  /** HTTP status of the response; undefined for errors of the command line, which no client causes. */
  readonly status: number | undefined;
  /** One sentence for the reference documentation. */
  readonly meaning: string;
}

/** All error codes. A code is stable: clients may rely on it. */
export const ERROR_CODES = {
  'bad-request': {
    status: 400,
    meaning: 'A parameter is missing, repeated, unknown or malformed.',
  },
  'query-syntax': {
    status: 400,
    meaning: 'The text is not a SPARQL query; line and column say where.',
  },
  'query-evaluation': { status: 400, meaning: 'The query is well formed and cannot be evaluated.' },
  'two-datasets': { status: 400, meaning: 'Both the update and the protocol name a dataset.' },
  'service-unbound': {
    status: 400,
    meaning: 'The variable that names the endpoint of a SERVICE is unbound.',
  },
  unauthorized: { status: 401, meaning: 'Writing needs the token of this server.' },
  forbidden: { status: 403, meaning: 'The request is understood and refused.' },
  'read-only': { status: 403, meaning: 'This site accepts no writes.' },
  'service-refused': {
    status: 403,
    meaning: 'SERVICE or LOAD names a target that --service-allow does not permit.',
  },
  'not-found': { status: 404, meaning: 'No resource has this address.' },
  'method-not-allowed': {
    status: 405,
    meaning: 'The resource does not support the method; see the Allow header.',
  },
  'not-acceptable': {
    status: 406,
    meaning: 'The resource has no representation that the client accepts.',
  },
  'not-xml': {
    status: 406,
    meaning: 'A character or name of the result cannot be written in XML.',
  },
  'not-jsonld': { status: 406, meaning: 'The graph cannot be written in JSON-LD.' },
  conflict: { status: 409, meaning: 'The request conflicts with the state of the data.' },
  'no-such-graph': { status: 409, meaning: 'An update names a graph that does not exist.' },
  'graph-exists': { status: 409, meaning: 'CREATE names a graph that exists.' },
  gone: { status: 410, meaning: 'An earlier version of the data had this resource.' },
  'payload-too-large': { status: 413, meaning: 'The body of the request is too long.' },
  'uri-too-long': { status: 414, meaning: 'The URL is too long: send the query by POST.' },
  'unsupported-media-type': {
    status: 415,
    meaning: 'The media type or the coding of the body is not supported.',
  },
  'internal-error': { status: 500, meaning: 'A fault of the server; its log has the details.' },
  'service-failed': { status: 502, meaning: 'Another endpoint gave no valid response.' },
  'query-timeout': { status: 503, meaning: 'The query exceeded its computing time.' },
  'query-memory': { status: 503, meaning: 'The query exceeded its memory.' },
  busy: { status: 503, meaning: 'Too many requests are waiting.' },
  closed: { status: 503, meaning: 'The publication is closed; the server is shutting down.' },
  cancelled: { status: undefined, meaning: 'The client cancelled the query.' },
  usage: { status: undefined, meaning: 'The command line is not understood.' },
  listen: { status: undefined, meaning: 'The server cannot listen on the address.' },
  unwritable: { status: undefined, meaning: 'The output file cannot be written.' },
  folder: { status: undefined, meaning: 'The folder cannot be read.' },
  'source-file': {
    status: undefined,
    meaning: 'A file of the folder is wrong; file, line and column say where.',
  },
  'rdf-syntax': {
    status: undefined,
    meaning: 'A document is not in the syntax that its name states.',
  },
  'base-iri': {
    status: undefined,
    meaning: 'The base is not an absolute IRI that ends in a slash.',
  },
  rule: { status: undefined, meaning: 'A rule cannot be evaluated.' },
  shapes: { status: undefined, meaning: 'The shapes cannot be evaluated.' },
  'query-header': {
    status: undefined,
    meaning: 'The #+ lines of a saved query are not understood.',
  },
  'expected-answer': { status: undefined, meaning: 'An expected answer is not a CSV table.' },
  'unknown-query': { status: undefined, meaning: 'No saved query has this name.' },
  'bad-selection': {
    status: undefined,
    meaning: 'The part of the network is not described correctly.',
  },
  'unknown-selection': {
    status: undefined,
    meaning: 'The resource or class of the network is not in the data.',
  },
  'service-pattern': {
    status: undefined,
    meaning: 'A value of --service-allow is not a URL pattern.',
  },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The codes that a client of the server can get. */
export type ClientErrorCode = {
  [Code in ErrorCode]: (typeof ERROR_CODES)[Code]['status'] extends number ? Code : never;
}[ErrorCode];

/** What is true of the errors with this code. */
export const factsOf = (code: ErrorCode): ErrorFacts => ERROR_CODES[code];

/** Facts about an error for programs: plain data, never a secret, never a stack. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** An error that can be corrected. The message states on one line what is wrong, where, and what to do. */
export class GraphpressError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}
