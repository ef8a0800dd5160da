import { FormattingProvider } from '#design';
import { CompanyAtHandDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Days are days of the company's zone, and amounts without a currency are of its own. */
export function CompanyFormatting({ children }: { readonly children: ReactNode }) {
  const { data } = useQuery(CompanyAtHandDocument);
  return <FormattingProvider timeZone={data?.company?.zone ?? here} currency={data?.company?.currency ?? 'EUR'}>{children}</FormattingProvider>;
}
