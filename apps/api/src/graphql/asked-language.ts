const known = ['en', 'es'] as const;

/** The language of ours that an Accept-Language header likes best; undefined when it asks for none of them. */
export function askedLanguage(header: string | null | undefined): 'en' | 'es' | undefined {
  const liked = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
    return { language: known.find((one) => tag.split('-')[0] === one), weight: Number(weight ?? 1) };
  });
  return liked.filter(({ language, weight }) => language && weight > 0).toSorted((a, b) => b.weight - a.weight)[0]?.language;
}
