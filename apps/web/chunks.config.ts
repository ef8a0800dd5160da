/*
 * What the build puts into one file. Left alone it makes one of every module that two pages share, half of them a single
 * word: a page was two hundred requests. `test/budget.test.ts` holds what each page may weigh, and in how many files.
 */
const fields = /react-number-format|@mantine[\\/]core[\\/]esm[\\/]components[\\/](?:Autocomplete|Combobox|MultiSelect|NumberInput|PasswordInput|Pill|ScrollArea|Select|Switch|Textarea)[\\/]|design[\\/]field[\\/](?:fields|decimal-field)\.tsx/;
const rules = /domain[\\/]src[\\/](?:rules|facts[\\/](?:declared|fact))|-facts\.ts$|web[\\/]src[\\/]rules[\\/]/;
const base = /node_modules|web[\\/]src[\\/](?:access|api-client|design|paraglide|shell|shortcuts|words)[\\/]|domain[\\/]src[\\/]/;
const styles = /-styles\.ts$|\.css$/;
const words = /[\\/]paraglide[\\/]messages[\\/]([a-z]+)_/;
const shellWords = /[\\/]messages[\\/](?:shell_|design_|home_|\w+_nav\.)/;

/** Of how many pages and dialogs that is which nearly everybody needs. */
const many = 20;

export const chunks = {
  groups: [
    { name: 'base', priority: 6, minShareCount: many, test: (id: string) => base.test(id) && !fields.test(id) && !rules.test(id) && !styles.test(id) },
    { name: 'icons', priority: 5, minShareCount: 2, test: /[\\/]icons-react[\\/]/ },
    { name: 'words', priority: 4, minShareCount: 2, test: shellWords },
    { name: (id: string) => `words-${words.exec(id)?.[1]}`, priority: 3, minShareCount: 3, test: words },
    { name: 'fields', priority: 2, minShareCount: many, test: fields },
    { name: 'rules', priority: 1, minShareCount: many, test: rules },
  ],
};
