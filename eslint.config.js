import query from '@tanstack/eslint-plugin-query';
import { defineConfig, globalIgnores } from 'eslint/config';
import next from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in server/env.ts alone.',
};

const tests = ['**/*.test.{ts,tsx}', 'e2e/**', 'test/**'];
const programs = ['scripts/**', 'simulator/**', 'bench/**', '*.config.{js,ts}', ...tests];
const nextWantsDefault = ['app/**', 'i18n/request.ts', '*.config.{js,ts}', 'e2e/global-*.ts', 'test/global-*.ts'];

const lines = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

export default defineConfig([
  globalIgnores(['.next/**', 'data/**', 'server/database/generated/**', 'next-env.d.ts', 'test-results/**']),
  ...next,
  ...nextTypescript,
  ...query.configs['flat/recommended'],
  {
    files: ['**/*.{js,ts,tsx}'],
    rules: {
      'max-lines': lines(200),
      'max-lines-per-function': lines(60),
      'import/no-default-export': 'error',
      'no-restricted-syntax': ['error', environment],
      'react/no-danger': 'error',
      'no-restricted-imports': [
        'error',
        { name: 'lucide-react', message: 'Use Icon from components/ui/icon: no drawings in scripts.' },
        { name: 'next/link', message: 'Use Link from components/ui/link: a tenth of the weight.' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['server/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Calls leave by undici, with our own time limits.' },
      ],
    },
  },
  {
    files: ['server/env.ts', 'next.config.js', 'instrumentation.ts', ...programs],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['scripts/draw-icons.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: nextWantsDefault, rules: { 'import/no-default-export': 'off' } },
  { files: tests, rules: { 'max-lines': lines(300), 'max-lines-per-function': 'off' } },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': lines(80) } },
  // A name that starts with "use" is a hook only where there is React.
  { files: ['server/**', 'simulator/**', ...tests], rules: { 'react-hooks/rules-of-hooks': 'off' } },
]);
