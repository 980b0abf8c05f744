/** How many samples a property is tried on: as few as given in `npm test`, many times as many in `npm run test:long`. The first are the same. */
export function samples(few: number): number {
  return few * Number(process.env.REPORT_SAMPLES ?? 1);
}
