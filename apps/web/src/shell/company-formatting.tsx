import { FormattingProvider } from '#design';
import { CompanyAtHandDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Days are days of the company's zone, and amounts without a currency are of its own, also for those who may not read its settings. */
export function CompanyFormatting({ children }: { readonly children: ReactNode }) {
  const { data } = useQuery(CompanyAtHandDocument);
  return <FormattingProvider timeZone={data?.me.zone ?? here} currency={data?.me.currency ?? 'EUR'}>{children}</FormattingProvider>;
}
