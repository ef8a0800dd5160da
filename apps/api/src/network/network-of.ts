import { isIPv6 } from 'node:net';

const groupsOfNetwork = 4;

/** Whom an address stands for: one of IPv6 its /64, which a single connection has whole; any other itself. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  // The parser of addresses writes each in one way: without zeros before, and an IPv4 within in hexadecimal.
  const written = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [head = '', tail] = written.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const groups = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
  const mapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  return mapped ? groups.join(':') : groups.slice(0, groupsOfNetwork).join(':');
}
