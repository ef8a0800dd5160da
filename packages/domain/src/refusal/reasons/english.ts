export type Shown = Readonly<Record<string, string | number>>;

/** Why, more closely than the code says, in words that end a sentence. A new reason is a line here and one in Spanish. */
export const english = {
  // People and groups
  LAST_ADMINISTRATOR: () => 'this is the last administrator; appoint another one first',
  PASSWORD_LENGTH: ({ minimum, maximum }: Shown) => `use ${minimum} to ${maximum} characters`,
  STILL_BELONGS: () => 'people or customers still belong to it; move them first',
  CANNOT_SEE: ({ name }: Shown) => `${name} may not see this customer`,
  PARTNERS_ONLY: () => 'only the people of a partner have one; choose the partner\'s role, or leave it out',
  // The company
  AMOUNTS_EXIST: () => 'there are amounts in the present currency',
  DEFAULT_LINE: () => 'it is the default line; make another one the default first',
  LINE_IN_USE: () => 'orders stand in this line',
  HOURS_OVERLAP: ({ hours }: Shown) => `the hours ${hours} begin before those before them end`,
  // Orders and money
  NO_RATE: ({ currency }: Shown) => `no exchange rate of ${currency} is known for that day`,
  NO_CURRENCY: () => 'give the code of a currency, such as EUR',
  CURRENCIES_DIFFER: ({ one, other }: Shown) => `${one} and ${other} cannot be added up`,
  CONTRACT_TOO_SHORT: () => 'a contract ends after its order was placed',
  CANCELLED: () => 'it is cancelled',
  CANCELLED_ALREADY: () => 'it is cancelled already',
  DELIVERED: () => 'it was delivered; record a return instead',
  DELIVERED_ALREADY: () => 'it is delivered already',
  PAID_ALREADY: () => 'it is paid already',
  RETURNED_WHOLE: () => 'everything came back already',
  // Customers and activities
  SOURCE_KNOWN: () => 'where a customer came from is told once and stays',
  IN_THE_FUTURE: () => 'it has not happened yet; plan a task or a meeting instead',
  MENTIONS_IN_NOTES: () => 'only notes mention people',
  REMINDER_PAST: () => 'the reminder is in the past; choose a later one',
  MAKE_A_TASK: () => 'this records what happened; create a task instead',
  NOT_A_TASK: () => 'only tasks can be done or reopened',
  // Segments and rules
  MEMBERS_BY_RULE: () => 'this segment has a rule; its members follow from it',
  LIST_HAS_NO_RULE: () => 'this segment is a list; put customers on it or take them off',
  CHOICES: ({ choices }: Shown) => `choose one of ${choices}`,
  STRANGE_KEY: ({ key, known }: Shown) => `remove "${key}"; this part takes only ${known}`,
  WANTED_BOOLEAN: () => 'write true or false',
  WANTED_ASSUMPTION: () => 'write true or false: what the unknown counts as',
  WANTED_CENTS: () => 'write a whole number of minor units (cents)',
  WANTED_INTEGER: () => 'write a whole number',
  WANTED_INSTANT: () => 'write an instant such as 2026-03-01T10:00:00Z, or its UTC milliseconds',
  WANTED_ID: () => 'write an id such as 0198c0de-0000-7000-8000-000000000000',
  WANTED_TEXT: () => 'write a text that is not empty',
  WANTED_LETTER: () => 'write a text with at least one letter or digit',
  TEXT_TOO_LONG: ({ maximum }: Shown) => `shorten this to ${maximum} characters`,
  CONTROL_CHARACTERS: () => 'remove the control characters',
  NO_FACT: ({ fact }: Shown) => `there is no fact «${fact}»; choose one of the catalogue`,
  FACT_FORBIDDEN: ({ fact }: Shown) => `this rule may not read ${fact}; choose another fact`,
  FACT_FOR_DISPLAY: ({ fact }: Shown) => `${fact} is for display; compare the instant it comes from`,
  OPERATORS: ({ fact, type, choices }: Shown) => `${fact} is of type ${type}: choose one of ${choices}`,
  WANTED_DAYS: ({ maximum }: Shown) => `write a whole number of days, at most ${maximum}`,
  WANTED_VALUES: () => 'write a list with at least one value',
  TOO_MANY_VALUES: ({ maximum }: Shown) => `a list has at most ${maximum} values; use a segment instead`,
  TOO_DEEP: ({ maximum }: Shown) => `rules nest at most ${maximum} levels deep; flatten this one`,
  TOO_MANY_PARTS: ({ maximum }: Shown) => `a rule has at most ${maximum} parts; split it`,
  WANTED_RULE: () => 'write an object such as {"fact": "ordersCount", "is": "ge", "value": 1}',
  WANTED_KIND: ({ choices }: Shown) => `give it one of: ${choices}`,
  WANTED_RULES: ({ key }: Shown) => `write a list of rules in "${key}"`,
  ONE_LEVEL: () => 'some and none look one level deep; take this one out',
} as const satisfies Readonly<Record<string, (shown: Shown) => string>>;

export type Reason = keyof typeof english;
