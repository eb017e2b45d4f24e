import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const nodeGlobals = { console: 'readonly', process: 'readonly', URL: 'readonly' };
const browserGlobals = { document: 'readonly', localStorage: 'readonly', matchMedia: 'readonly' };

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'node_modules', 'test-results', 'playwright-report'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      // Numbers belong in sentences; every other kind has to say how it is written.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // TypeScript's own check for index signatures asks for the brackets.
      '@typescript-eslint/dot-notation': 'off',
      // Loops over typed arrays count: the index is needed as often as not, and kernels should look alike.
      '@typescript-eslint/prefer-for-of': 'off',
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['src/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat['recommended-latest']] },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  {
    files: ['scripts/*.mjs', '*.{js,mjs}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: { 'no-undef': 'error', eqeqeq: 'error' },
  },
  {
    files: ['public/*.js'],
    extends: [tseslint.configs.recommended],
    languageOptions: { sourceType: 'script', globals: browserGlobals },
    rules: { 'no-undef': 'error', eqeqeq: 'error' },
  },
);
