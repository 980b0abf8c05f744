/** A worker that takes more and more memory for one of its units. */
export default ({ tasks }) =>
  tasks.map(({ unit }) => {
    const taken = [];
    while (unit.facts.includes('greedy')) taken.push(new Array(1000).fill(unit.facts));
    return { facts: unit.facts, output: unit.output, status: 'built', reason: '', diagnostics: [] };
  });
