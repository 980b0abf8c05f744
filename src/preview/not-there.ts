/** Asked for something that is not there: a unit, a fact. */
export class NotThere extends Error {}
