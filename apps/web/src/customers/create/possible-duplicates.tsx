import { shownOf } from '#api-client';
import { type CreateCustomerInput, PossibleDuplicatesDocument, type PossibleDuplicatesQuery } from '#operations';
import { m, useLanguage } from '#words';
import { skipToken, useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { tellReasons } from '@orbita/domain/duplicates';
import { Link } from '@tanstack/react-router';
import styles from './create.module.css';

type Possible = PossibleDuplicatesQuery['possibleDuplicates'][number];

const shown = 3;
const pause = 300;

/** Who may be here already, while he is still being typed: with the reasons, and a way to him. */
export function PossibleDuplicates({ input, onOpen }: { readonly input: CreateCustomerInput; readonly onOpen: () => void }) {
  const [asked] = useDebouncedValue(JSON.stringify(input), pause);
  const typed = JSON.parse(asked) as CreateCustomerInput;
  const named = [typed.name, typed.givenName, typed.familyName].some((part) => (part ?? '').trim().length > 1);
  // What was found for fewer letters is shown until the answer for more is there.
  const question = useQuery(PossibleDuplicatesDocument, named ? { variables: { input: typed }, fetchPolicy: 'network-only' } : skipToken);
  const found = named ? (shownOf(question)?.possibleDuplicates ?? []).slice(0, shown) : [];
  return (
    <div role="status" aria-live="polite">
      {found.length > 0 && (
        <section className={styles.there} aria-label={m.customers_maybe_there()}>
          <h3>{m.customers_maybe_there()}</h3>
          <ul>{found.map((one, at) => <li key={one.customer?.id ?? at}><One possible={one} onOpen={onOpen} /></li>)}</ul>
        </section>
      )}
    </div>
  );
}

function One({ possible: { customer, ownerName, reasons }, onOpen }: { readonly possible: Possible; readonly onOpen: () => void }) {
  const language = useLanguage();
  if (!customer) return <span>{ownerName ? m.customers_maybe_of({ name: ownerName }) : m.customers_maybe_of_others()}</span>;
  return (
    <>
      <Link to="/customers/$id" params={{ id: customer.id }} onClick={onOpen}>{customer.name}</Link>
      {customer.city && <span> · {customer.city}</span>}
      <small>{tellReasons(reasons, language)}</small>
    </>
  );
}
