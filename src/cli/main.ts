/** The command line: the only module that reads arguments, environment and signals. `graphpress.js` loads it. */
import { enableCompileCache } from 'node:module';

// Compiling is half of a cold start: Node stores the compiled code.
enableCompileCache();

// A reader such as `head` may close the output early: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const { runCommandLine } = await import('./run.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
if (process.exitCode !== 0) process.exit();
