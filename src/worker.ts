import { loadProgram } from './start.ts';

/** The module that each worker thread of a batch begins with. */
export default await loadProgram().loadWork();
