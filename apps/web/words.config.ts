import type { CompilerOptions } from '@inlang/paraglide-js';

/** How the messages of both languages become functions; the one place, for the build, the tests and the type check. */
export const words = {
  project: './project.inlang',
  outdir: './src/paraglide',
  strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
} satisfies CompilerOptions;
