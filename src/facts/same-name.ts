/** Whether two names are of one category: 行政编制 and 行政 are. */
export function isSameKind(a: string, b: string): boolean {
  return a === b || plainKind(a) === plainKind(b);
}

function plainKind(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  return plain.replace(/(?:编制|编|职数|人员|干部)$/u, '') || plain;
}

/** Whether two names are of one branch: 石上村 and 中共石上村党支部 are. */
export function isSameBranch(a: string, b: string): boolean {
  return a === b || plainBranch(a) === plainBranch(b);
}

/** A branch's name without the words that all have. */
export function plainBranch(name: string): string {
  const plain = name.normalize('NFKC').replace(/\s/gu, '');
  return (
    plain.replace(/^(?:中国共产党|中共)/u, '').replace(/(?:党支部|党总支|支部)(?:委员会)?$/u, '') || plain
  );
}
