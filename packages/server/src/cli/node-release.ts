/**
 * Ends of life of Node's release lines, by major version.
 * Source: the schedule of the Node.js release working group.
 */
const endsOfLife: Readonly<Record<number, string>> = {
  20: '2026-04-30',
  21: '2024-06-01',
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
  26: '2029-04-30',
};

/**
 * One line for who runs a Node that no longer gets security fixes.
 * @param nodeVersion  such as `20.20.2`
 * @returns undefined while it is maintained, or not known here
 */
export function endOfLifeNotice(nodeVersion: string, nowMs: number): string | undefined {
  const end = endsOfLife[Number.parseInt(nodeVersion, 10)];
  if (end === undefined || nowMs < Date.parse(end)) return undefined;
  return `Node ${nodeVersion} has had no security fixes since ${end}; Node 24 is recommended.`;
}
