import tseslint from 'typescript-eslint';

const explicitGraphqlType = {
  selector:
    'Decorator > CallExpression[callee.name=/^(Field|Query|Mutation|FieldResolver)$/]:not(:has(> ArrowFunctionExpression))',
  message: 'Give the GraphQL type explicitly, as an arrow function.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'src/explorer/',
      '.data/',
      '.test-data/',
      '.cache/',
      '**/node_modules/',
    ],
  },
  // They import packages that only bench/ installs; `npm run check` there reads them.
  { ignores: ['bench/measure/load.ts', 'bench/arms/library/', 'bench/report/', 'bench/run.ts'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: 'tsconfig.test.json' },
    },
    rules: {
      'no-restricted-syntax': ['error', explicitGraphqlType],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // Tests, and the workload's comparisons, look into answers of any shape.
    files: ['test/**', 'bench/workload/**'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { project: null, program: null } },
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
