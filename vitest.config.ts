import { defineConfig } from 'vitest/config'

/** Two projects: quick unit tests, and programs that are built and run with their own toolchains. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    setupFiles: ['./scripts/seed-tests.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.program.test.ts', '**/node_modules/**', 'lib/scaffolds/*/programs/**'],
          testTimeout: process.env.LONG === '1' ? 120_000 : 30_000,
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
