import { isStageFact, type LifecycleModel, modelFacts } from '@orbita/domain/lifecycle';
import { type Catalogue, customerCatalogue } from '@orbita/domain/rules';

const facts = new Map(customerCatalogue().facts);
const inUse = new Set<string>();

/** Everything that rules can read; where customers stand in the company's models is learned before the first page. */
export const catalogue: Catalogue = { ...customerCatalogue(), facts };

/** Takes the models in use as they are called now; those switched off can still be read in old rules, but are not offered. */
export function learnModels(models: readonly LifecycleModel[]): void {
  inUse.clear();
  for (const fact of modelFacts(models)) {
    facts.set(fact.key, fact);
    inUse.add(fact.key);
  }
}

export const isOffered = (key: string): boolean => !isStageFact(key) || inUse.has(key);
