const brands = [
  'gmail', 'googlemail', 'hotmail', 'outlook', 'live', 'msn', 'yahoo', 'ymail', 'rocketmail', 'aol', 'gmx', 'icloud', 'mac', 'me', 'proton', 'protonmail', 'pm', 'tutanota', 'tuta', 'zoho', 'mail', 'yandex',
  'terra', 'telefonica', 'movistar', 'orange', 'vodafone', 'ono', 'wanadoo', 'jazztel', 'euskaltel', 'telecable', 'web', 't-online', 'freenet', 'libero', 'virgilio', 'tiscali', 'alice', 'laposte', 'free', 'sfr',
  'sapo', 'uol', 'bol', 'hey', 'fastmail', 'qq', '163', '126', 'correo', 'inbox', 'mailinator', 'yopmail', 'guerrillamail', '10minutemail',
];
const endings = /\.(?:com|net|org|es|eu|ch|de|fr|it|pt|me|ru|io|co|at|be|nl|cat|gal|eus|com\.(?:ar|mx|br|co|es)|co\.uk)$/;
const free = new Set(brands);

/** Whether a domain gives addresses to anybody, so that it tells nothing of who writes from it; lists are never whole. */
export const isFreeMail = (domain: string): boolean => endings.test(domain) && free.has(domain.replace(endings, '').split('.').at(-1) ?? '');
