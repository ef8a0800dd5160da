const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Mac OS X/, 'macOS'], [/Windows/, 'Windows'], [/Linux/, 'Linux'],
];

/** «Chrome · macOS» out of what the browser says of itself; programs stay as they name themselves. */
export function deviceName(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined;
  const of = (names: typeof browsers) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const parts = [of(browsers), of(systems)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : userAgent.slice(0, 40);
}
