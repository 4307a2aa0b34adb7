import { defineConfig } from 'vitest/config'

/** Two projects: quick unit tests, and programs that are built and run with their own toolchains. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    setupFiles: ['./scripts/seed-tests.ts'],
    maxWorkers: '100%', // the default leaves one processor idle: half of a small machine
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Loading our modules anew for each file takes longer than most tests. They keep no state
          // but what they remember of immutable data, and the setup file puts globals back.
          isolate: process.env.LONG === '1',
          include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.program.test.ts', '**/node_modules/**', 'lib/scaffolds/*/programs/**'],
          testTimeout: 120_000, // many times what a quiet machine needs
        },
      },
      {
        extends: true,
        test: {
          name: 'programs',
          include: ['lib/**/*.program.test.ts', 'e2e/programs/**/*.program.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
