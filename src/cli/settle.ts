/** Notes an exit status; the gravest of a run is the program's. */
export type Settle = (code: number) => void;
