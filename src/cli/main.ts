#!/usr/bin/env node
/** The command line: the only place that reads arguments, environment and signals. */
import { enableCompileCache } from 'node:module';

// Half of a cold start is compiling; Node keeps the compiled code of the last one.
enableCompileCache();

// Who reads our output may have enough of it early, as `head` does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const { runCommandLine } = await import('./run.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
if (process.exitCode !== 0) process.exit();
