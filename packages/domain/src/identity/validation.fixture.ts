import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.env.ORBITA_TEST_DATA ?? join(import.meta.dirname, '../../../../../shared/data'), 'validation');

export const validationDataIsThere = existsSync(folder);

export interface TaxIdVectors {
  readonly country: string;
  readonly kind: string;
  readonly valid: readonly string[];
  readonly invalid: Readonly<Record<string, string>>;
}

export interface PhoneCase {
  readonly input: string;
  readonly region: string;
  readonly e164?: string;
  readonly valid?: boolean;
  readonly ext?: string | null;
}

export const taxIdVectors = (): TaxIdVectors[] => (read('stdnum_js_vectors.json') as { sets: TaxIdVectors[] }).sets;

export const phoneCases = (): PhoneCase[] => (read('phone_normalisation_es.json') as { cases: PhoneCase[] }).cases;

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
