type Given<Input> = { readonly [Field in keyof Input]?: NonNullable<Input[Field]> };

/** What was given of what cannot be empty: null says as little as nothing. */
export function given<Input extends object>(input: Input): Given<Input> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null)) as Given<Input>;
}
