import { defaultClientConditions, defineConfig } from 'vite';
import { chunks } from './chunks.config.ts';
import { appPlugins } from './vite.plugins.ts';

const api = process.env.ORBITA_API ?? 'http://localhost:4000';

export default defineConfig({
  plugins: appPlugins(),
  // Workspace packages are read as source, so that a change in the domain shows at once; RxJS in the classes that browsers know.
  resolve: { conditions: ['source', 'es2015', ...defaultClientConditions] },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: api, ws: true },
      '/api': { target: api },
      '/bi': { target: api },
    },
  },
  // Lists of what each page imports would be a twentieth of the first page: scripts name theirs themselves, styles are fetched ahead.
  // One strict hash in the content policy is for the inline script of index.html: nothing else may be inlined as script.
  build: {
    target: 'baseline-widely-available', manifest: true,
    modulePreload: { polyfill: false, resolveDependencies: (_, deps) => deps.filter((dep) => dep.endsWith('.css')) },
    rolldownOptions: { output: { codeSplitting: chunks } },
  },
});
