import { matchedParts } from './palette-items.ts';

/** What was found, with what was asked standing out. */
export const Highlighted = ({ text, question }: { readonly text: string; readonly question: string }) => (
  <>{matchedParts(text, question).map((part, at) => (part.hit ? <mark key={at}>{part.text}</mark> : part.text))}</>
);
