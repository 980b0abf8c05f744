import { CONTRACTS, readOutside } from '../disk/read-outside.ts';

/** The bytes of a template's 底稿. UserError where it is not there or no plain file. */
export function readStationery(file: string): Uint8Array {
  return readOutside(file, { ...CONTRACTS.template, name: '底稿', largest: CONTRACTS.finished.largest });
}
