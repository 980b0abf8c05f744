import type { Clause } from '../clauses.ts';

/**
 * Whether the things that a clause counts do something further on: 党员30名、群众50名参加植树. Then they are those who did it, not
 * all that there are. After a comma this is asked only where nothing else says that all are meant (全镇30名党员，冲锋在前).
 */
export function haveDone(clauses: readonly Clause[], at: number, isBare: boolean): boolean {
  const here = clauses[at];
  for (let next = at + 1; next <= at + LONGEST_DEED_LIST; next += 1) {
    const clause = clauses[next];
    if (here === undefined || clause === undefined || clause.sentence !== here.sentence) return false;
    if (clause.before === '、') {
      if (tellsDeed(clause)) return true;
    } else {
      return isBare && !OPENS_PARTS.test(clause.before + clause.text) && tellsDeed(clause);
    }
  }
  return false;
}

const LONGEST_DEED_LIST = 8;
/** 其中…, 占…, a bracket: it goes on about the whole. */
const OPENS_PARTS = /^(?:[（(]|.\s*(?:其中|占|均?分布|平均|男|女|正式|预备))/;

/** What follows the last number is more than the name of what it counts. */
function tellsDeed({ text, start, quantities }: Clause): boolean {
  const last = quantities.at(-1);
  if (last === undefined) return true;
  const behind = text.slice(last.end - start).trim();
  return behind !== '' && (!NOUN.test(behind) || DEED.test(behind));
}

const NOUN = /^[一-鿿“”]{1,8}中?$/;
const DEED =
  /[参获受被赴签投捐帮]|完成|实现|进入|通过|开展|报名|脱贫|达到|结对|入选|列[入为]|下沉|返乡|当选|担任|出席|到场|建成|启动|开工|上[岗线门]|得到/;
