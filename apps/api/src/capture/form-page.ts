import { createHash } from 'node:crypto';
import type { OpenDoor } from '@orbita/database/leads';
import { escaped } from './escaped.ts';
import { ownInput } from './own-input.ts';
import { type FormProblem, formTexts } from './form-texts.ts';

/** What somebody wrote into the form, to show it again. */
export type Written = Readonly<Partial<Record<'name' | 'email' | 'phone' | 'organisation' | 'message' | 'marketing', string>>> & {
  /** Of the company's own fields, by name. */
  readonly own?: Readonly<Record<string, string | readonly string[]>>;
};

export interface FormPage {
  readonly door: OpenDoor;
  readonly language: 'en' | 'es';
  readonly stamp: string;
  readonly written?: Written | undefined;
  readonly problem?: FormProblem | undefined;
  /** Which of the company's own fields is wrong. */
  readonly wrongOwn?: string | undefined;
}

const style = `:root{color-scheme:light dark;--ink:#1c1b22;--soft:#5d5b66;--line:#85838f;--page:#fff;--accent:#4338ca;--on:#fff;--bad:#b42318}
@media(prefers-color-scheme:dark){:root{--ink:#ecebf2;--soft:#b3b1bf;--line:#8c8a98;--page:#17161c;--accent:#a5a0ff;--on:#17161c;--bad:#ff9b8f}}
*{box-sizing:border-box}body{margin:0;padding:1.25rem;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto}h1{font-size:1.35rem;line-height:1.25;margin:0 0 1rem;text-wrap:balance}form{display:grid;gap:.9rem}
label{display:grid;gap:.3rem;font-weight:550;font-size:.95rem}small{font-weight:400;color:var(--soft)}
input:not([type=checkbox]),textarea,select{font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem;padding:.6rem .7rem;width:100%}
textarea{min-height:7rem;resize:vertical}input:focus-visible,textarea:focus-visible,select:focus-visible,button:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
select{background:var(--page)}fieldset{display:grid;gap:.4rem;margin:0;padding:0;border:0}legend{padding:0 0 .3rem;font-weight:550;font-size:.95rem}
.row{display:flex;gap:.6rem;align-items:flex-start;font-weight:400}.row input{margin:.3rem 0 0;inline-size:1.05rem;block-size:1.05rem;flex:none}
button{font:inherit;font-weight:600;color:var(--on);background:var(--accent);border:0;border-radius:.5rem;padding:.7rem 1.2rem;justify-self:start;min-height:2.75rem;cursor:pointer}
p{margin:0}.use{color:var(--soft);font-size:.875rem}.bad{color:var(--bad);font-weight:550}a{color:var(--accent)}.away{position:absolute;left:-200vw}`;

// Tells the page around it how high it is; nothing else runs here.
const script = `const tell=()=>parent!==self&&parent.postMessage({orbitaForm:document.documentElement.scrollHeight},'*');addEventListener('load',tell);addEventListener('resize',tell)`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** This page alone may stand inside the pages of others; nothing runs in it but the line above. */
export const formPolicy = [
  "default-src 'none'", `style-src ${hash(style)}`, `script-src ${hash(script)}`, "form-action 'self'", "base-uri 'none'", 'frame-ancestors *',
].join('; ');

const page = (language: string, title: string, body: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main><script>${script}</script></body></html>`;

export function formPage({ door: { settings, own, company }, language, stamp, written = {}, problem, wrongOwn }: FormPage): string {
  const text = formTexts[language];
  const title = settings.title ?? text.title;
  const wrong = (name: FormProblem) => (problem === name ? ' aria-invalid="true" aria-describedby="problem"' : '');
  const input = (name: Exclude<keyof Written, 'own'>, label: string, attributes: string) =>
    `<label><span>${label}</span><input name="${name}" value="${escaped(written[name] ?? '')}" ${attributes}></label>`;
  const optional = (label: string) => `${label} <small>(${text.optional})</small>`;
  const asks = (field: 'phone' | 'organisation' | 'message') => settings.fields?.includes(field) ?? true;
  return page(language, title, `<h1>${escaped(title)}</h1><form method="post">
${problem ? `<p class="bad" id="problem" role="alert">${text.problem[problem]}</p>` : ''}
${input('name', text.name, `required maxlength="100" autocomplete="name"${wrong('NAME')}`)}
${input('email', text.email, `type="email" required maxlength="200" autocomplete="email"${wrong('EMAIL')}`)}
${asks('phone') ? input('phone', optional(text.phone), `type="tel" maxlength="40" autocomplete="tel"${wrong('PHONE')}`) : ''}
${asks('organisation') ? input('organisation', optional(text.organisation), 'maxlength="200" autocomplete="organization"') : ''}
${asks('message') ? `<label><span>${text.message}</span><textarea name="message" required maxlength="5000">${escaped(written.message ?? '')}</textarea></label>` : ''}
${own.map((field) => ownInput(field, { language, written: written.own?.[field.name], wrong: problem === 'OWN' && wrongOwn === field.name, optional })).join('\n')}
<label class="away" aria-hidden="true">Website<input name="website" tabindex="-1" autocomplete="off"></label>
<input type="hidden" name="stamp" value="${stamp}">
${settings.marketingConsent ? `<label class="row"><input type="checkbox" name="marketing" value="yes"${written.marketing ? ' checked' : ''}><span>${escaped(settings.marketingConsent)}</span></label>` : ''}
<p class="use">${escaped(text.use(company.name))}${settings.privacyUrl ? ` <a href="${escaped(settings.privacyUrl)}" target="_blank" rel="noopener">${text.privacy}</a>` : ''}</p>
<button>${text.send}</button></form>`);
}

export function thanksPage({ settings }: OpenDoor, language: 'en' | 'es'): string {
  const text = formTexts[language];
  return page(language, text.thanksTitle, `<h1>${text.thanksTitle}</h1><p role="status">${escaped(settings.thanks ?? text.thanks)}</p><p><a href="?">${text.again}</a></p>`);
}

/** Puts the form where the script stands, as high as it is. */
export const embedScript = (address: string): string => `(()=>{const me=document.currentScript,frame=document.createElement('iframe');
frame.src=${JSON.stringify(address)};frame.title='Orbita';frame.style.cssText='width:100%;border:0;min-height:32rem';frame.setAttribute('loading','lazy');
me.parentNode.insertBefore(frame,me);addEventListener('message',(event)=>{if(event.source===frame.contentWindow&&event.data&&typeof event.data.orbitaForm==='number')frame.style.height=Math.min(event.data.orbitaForm,5000)+'px'});})();
`;
