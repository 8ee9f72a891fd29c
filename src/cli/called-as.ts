/** The command as it was called, so that examples can be copied unchanged. */

/** The npm scripts that run a command of the program in a clone. */
const NPM_SCRIPTS: Readonly<Record<string, string>> = {
  serve: 'npm start',
  check: 'npm run check',
  query: 'npm run query',
  network: 'npm run network',
};

const CALL = /\bgraphpress (?<command>[a-z]+|COMMAND)\b(?<rest>.*)$/;

/**
 * A line with a call of `graphpress`, rewritten for `npx` or for the npm scripts of a clone.
 * @param environment what npm sets in the environment of a script.
 */
export function asCalled(
  line: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const script = environment['npm_lifecycle_event'];
  if (script === 'npx') return line.replace(CALL, (call) => `npx ${call}`);
  const isScript = Object.values(NPM_SCRIPTS).some(
    (name) => name.replace(/^npm (?:run )?/, '') === script,
  );
  if (!isScript || environment['npm_package_name'] !== 'graphpress') return line;
  return line.replace(CALL, (call, command: string, rest: string) => {
    const name = NPM_SCRIPTS[command];
    if (name === undefined) return call;
    return rest.trim() === '' ? name : `${name} --${rest}`;
  });
}
