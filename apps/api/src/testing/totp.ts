import { URI } from 'otpauth';

/** The code that an authenticator shows for an otpauth: address at an instant. */
export const totpOf = (uri: string, at: number): string => URI.parse(uri).generate({ timestamp: at });
