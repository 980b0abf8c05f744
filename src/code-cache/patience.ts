import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 wait five times as long before it takes a function for hot and compiles it anew: in a batch of some thousand reports most of
 * what it would optimise sooner is optimised again soon after, for other shapes. In one thread 300 reports take 0.7 of the time.
 */
export function compileLater(): void {
  if (!isAllowed() || !KNOWN_ENGINE.test(process.versions.v8)) return;
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
  isLater = true;
}

/** Allows it where `isKept` says that all code of this run is kept already: code that was kept under other flags fits no start. */
export function allowCompilingLater(isKept: () => boolean): void {
  isAllowed = isKept;
}

/** Whether code compiled from now on is compiled under other flags than those of a start. */
export function compilesLater(): boolean {
  return isLater;
}

/** The V8 of Node 20; later ones have no such flag and complain of it on standard error. */
const KNOWN_ENGINE = /^11\./;
/** Bytes of code run; V8 11 has 135,168. */
const BUDGET = 675_000;
let isAllowed = () => false;
let isLater = false;
