import { type CustomField, pathOf } from '@orbita/domain/custom-fields';
import { escaped } from './escaped.ts';

interface OwnInput {
  readonly language: 'en' | 'es';
  readonly written: string | readonly string[] | undefined;
  readonly wrong: boolean;
  /** A label with the word that nobody needs to fill it in. */
  readonly optional: (label: string) => string;
}

/** One of the company's own fields as a form asks for it; what it is called in what is sent is its path, `custom.‹name›`. */
export function ownInput(field: CustomField, { language, written, wrong, optional }: OwnInput): string {
  const name = `name="${pathOf(field.name)}"${wrong ? ' aria-invalid="true" aria-describedby="problem"' : ''}`;
  const label = optional(escaped(field.label[language]));
  const said = [written ?? []].flat();
  const choices = field.options.filter(({ archived }) => !archived).map(({ value, label: called }) => ({ value: escaped(value), called: escaped(called[language]), chosen: said.includes(value) }));
  const input = (attributes: string) => `<label><span>${label}</span><input ${name} value="${escaped(said[0] ?? '')}" ${attributes}></label>`;
  switch (field.type) {
    case 'TEXT': return input('maxlength="500"');
    case 'NUMBER': case 'MONEY': return input('type="number" step="any" inputmode="decimal"');
    case 'DATE': return input('type="date" min="1900-01-01" max="2999-12-31"');
    case 'BOOLEAN': return `<label class="row"><input type="checkbox" ${name} value="yes"${said.length > 0 ? ' checked' : ''}><span>${escaped(field.label[language])}</span></label>`;
    case 'CHOICE': return `<label><span>${label}</span><select ${name}><option value=""></option>${choices.map(({ value, called, chosen }) => `<option value="${value}"${chosen ? ' selected' : ''}>${called}</option>`).join('')}</select></label>`;
    case 'CHOICES': return `<fieldset><legend>${label}</legend>${choices.map(({ value, called, chosen }) => `<label class="row"><input type="checkbox" ${name} value="${value}"${chosen ? ' checked' : ''}><span>${called}</span></label>`).join('')}</fieldset>`;
    case 'CUSTOMER': case 'USER': return '';
    default: return field.type satisfies never;
  }
}
