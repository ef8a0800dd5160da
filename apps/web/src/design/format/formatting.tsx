import { useLanguage } from '#words';
import { createContext, type ReactNode, useContext } from 'react';

interface Formatting {
  /** The company's zone: it decides which day an instant falls on. */
  readonly timeZone: string;
  /** The company's currency, for sums. */
  readonly currency: string;
}

const FormattingContext = createContext<Formatting>({ timeZone: 'UTC', currency: 'EUR' });

export function FormattingProvider({ children, ...formatting }: Formatting & { readonly children: ReactNode }) {
  return <FormattingContext value={formatting}>{children}</FormattingContext>;
}

export const useFormatting = () => ({ ...useContext(FormattingContext), language: useLanguage() });
