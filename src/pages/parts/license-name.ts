/** Short names of common licences, by their addresses. */

const LICENSE_NAMES: readonly (readonly [address: RegExp, name: (parts: string[]) => string])[] = [
  [/creativecommons\.org\/publicdomain\/zero\/([\d.]+)/, ([version]) => `CC0 ${version}`],
  [
    /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/,
    ([kind = '', version]) => `CC ${kind.toUpperCase()} ${version}`,
  ],
  [/opendatacommons\.org\/licenses\/(odbl|by|pddl)\b/, ([kind = '']) => OPEN_DATA[kind] ?? kind],
];
const OPEN_DATA: Readonly<Record<string, string>> = { odbl: 'ODbL', by: 'ODC-By', pddl: 'PDDL' };

/** "CC BY 4.0" */
export function licenseName(license: string): string {
  for (const [address, name] of LICENSE_NAMES) {
    const found = address.exec(license);
    if (found) return name(found.slice(1));
  }
  return license;
}
