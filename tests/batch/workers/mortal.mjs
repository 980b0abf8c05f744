/** A worker that dies of one of its units, as a native crash or an exhausted memory would have it. */
export default ({ tasks }) =>
  tasks.map(({ unit }) => {
    if (unit.facts.includes('deadly')) process.exit(3);
    return { facts: unit.facts, output: unit.output, status: 'built', reason: '', diagnostics: [] };
  });
