import { expect, test } from 'vitest';
import { febrlIsThere, febrlRecords, measure } from './febrl.fixture.ts';

// The weights were set by reasoning and on set 1; set 3, with up to five duplicates a person, showed flaws of the comparison, not of
// weights. Neither is unseen: what holds beyond them, the households and companies drawn for it measure.
test.skipIf(!febrlIsThere).each(['dataset1.csv', 'dataset3.csv'])('FEBRL %s: precision and recall from name, address and date of birth (skipped without ORBITA_TEST_DATA)', (file) => {
  const { pairs, compared, found, precision, recall, clustered } = measure(febrlRecords(file));
  const shown = (share: number): string => share.toFixed(4);
  // oxlint-disable-next-line no-console -- the figures belong into the log
  console.info(`${file}: ${pairs} pairs, ${compared} compared, ${shown(found)} of the pairs among them; precision ${shown(precision)}, recall ${shown(recall)}; `
    + `with records that hang together through others: precision ${shown(clustered.precision)}, recall ${shown(clustered.recall)}`);
  expect(clustered.precision).toBeGreaterThanOrEqual(0.999);
  expect(clustered.recall).toBeGreaterThanOrEqual(0.97);
  expect(precision).toBeGreaterThanOrEqual(0.999);
});
