import { m } from '#words';
import { importMessageOnScreen } from '@orbita/domain/imports';
import { expect, it } from 'vitest';

it.each(['en', 'es'] as const)('notes name what can be chosen as the screen calls it: %s', (locale) => {
  const told = (because: string) => importMessageOnScreen({ code: because, details: { because, value: 'x', columns: 'x' } }, locale);
  for (const [because, word] of [
    ['KEPT', m.imports_update], ['IS_THERE', m.imports_skip], ['LIKELY_THERE', m.imports_leave_out], ['NO_OWNER', m.imports_unknown_empty], ['IN_THE_FUTURE', m.imports_format],
    ['WRONG_ENCODING', m.imports_format],
  ] as const) expect(told(because)).toContain(word({}, { locale }));
});
