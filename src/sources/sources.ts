/** What the pipeline loads for facts that name rosters, and for no others. */
export { countRead, countSources, readNamedSources } from './count-sources.ts';
export { openBeside } from './open-beside.ts';
export { readPrevious } from './read-previous.ts';
