/** How long a password may be, in characters. */
export const shortestPassword = 10;
export const longestPassword = 128;
