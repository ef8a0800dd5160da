import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const prefix = 'virtual:operation/';
const generated = join(import.meta.dirname, 'src/gql/graphql.ts');

/**
 * Codegen writes every operation into one module, and a module cannot be parted among routes: each operation becomes a
 * module of its own in the build, so that the first page does not carry those of all others.
 */
export function splitOperations(): Plugin {
  const documents = new Map<string, string>();
  return {
    name: 'orbita-split-operations',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      documents.clear();
      for (const [, name, text] of readFileSync(generated, 'utf8').matchAll(/^export const (\w+) = (.*) as unknown as DocumentNode<.*>;$/gm)) {
        if (name && text) documents.set(name, text);
      }
    },
    transform: (code, id) => (id.includes('/src/') && code.includes("from '#operations'") ? code.replaceAll(imports, (_, names: string) => part(names)) : undefined),
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const name = id.slice(prefix.length + 1);
      const text = documents.get(name);
      if (text === undefined) this.error(`There is no operation ${name}: run pnpm codegen.`);
      return { code: `export const ${name} = ${text};`, moduleSideEffects: false };
    },
  };
}

const imports = /import\s+\{([^}]*)\}\s+from\s+'#operations';/g;

/** One import an operation; types are gone after the build anyway. */
const part = (names: string): string => names.split(',').map((name) => name.trim())
  .filter((name) => name !== '' && !name.startsWith('type '))
  .map((name) => `import { ${name} } from '${prefix}${name}';`).join(' ');
