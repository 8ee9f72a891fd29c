import { defineConfig } from 'vitest/config';

/** What needs a browser, a suite or program of other authors, an installation, or time: `npm run test:all`. */
const SLOW = [
  'tests/browser/**/*.test.ts',
  'tests/w3c/**/*.test.ts',
  'tests/release/**/*.test.ts',
  'tests/package/**/*.test.ts',
  'tests/sparql/oracles/**/*.test.ts',
  'tests/http/hostile-queries.test.ts',
  'tests/http/snippets.test.ts',
];

const shared = {
  experimental: { viteModuleRunner: false },
  testTimeout: 30_000,
  hookTimeout: 30_000,
  // A busy machine is slow, not wrong.
  expect: { poll: { timeout: 10_000 } },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'fast', include: ['tests/**/*.test.ts'], exclude: SLOW } },
      { test: { ...shared, name: 'slow', include: SLOW } },
    ],
  },
});
