import 'server-only';

/** A filter as the address of its list has it, for the audit to keep: `state=degraded,healthy&q=tokyo`. */
export function describeFilter(filter: object): string {
  const given = Object.entries(filter).filter(
    ([name, value]) => value !== undefined && value !== '' && (name !== 'archived' || value === true),
  );
  return given.map(([name, value]) => `${name}=${String(value)}`).join('&');
}
