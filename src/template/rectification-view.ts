import { problemLinks } from '../account/problem-links.ts';
import type { Facts } from '../facts/facts.ts';
import { overallStage, type Stage, type StageTally, stageOf, tallyStages } from '../facts/progress.ts';
import { type Cell, FigureCell, PhraseCell, TextCell } from './cell.ts';
import { TallyCell } from './tally-cell.ts';
import type { View } from './view.ts';

/** What rectification is told by: how far measures and problems have come, problems by aspect, what remains to be done. */
export interface RectificationView {
  /** 整改措施: `total`, `byStage`, `common`. */
  readonly measureProgress: View;
  /** 反馈问题: `total`, `byStage`, `common`, `listed`. */
  readonly problemProgress: View;
  /** Problems by aspect, those without one last; empty where no problem has an aspect. */
  readonly problemGroups: readonly View[];
  /** Measures that are not done. */
  readonly openMeasures: readonly View[];
  /** Measures that are. */
  readonly doneMeasures: readonly View[];
  /** What each problem has of it. */
  readonly answered: readonly AnsweredView[];
}

export interface AnsweredView {
  /** All measures that name the problem. */
  readonly answers: readonly View[];
  /** Those of them that stand with an earlier problem. */
  readonly shared: readonly View[];
  readonly progress: View;
  readonly stage: Cell;
}

/** `measuresOf` says of each problem which measures stand with it. */
export function viewRectification(
  facts: Facts,
  { problems, measures }: { readonly problems: readonly View[]; readonly measures: readonly View[] },
  measuresOf: readonly (readonly number[])[],
): RectificationView {
  const stages = (facts.measures ?? []).map(stageOf);
  const reached = problemLinks(facts, 'measures').answers.map((answers) => ({
    answers,
    stages: answers.map((answer) => stages[answer]),
  }));
  const overall = reached.map((each) => overallStage(each.stages));
  return {
    answered: reached.map(({ answers, stages: own }, index) => ({
      answers: measures.filter((_, measure) => answers.includes(measure)),
      shared: measures.filter(
        (_, measure) => answers.includes(measure) && measuresOf[index]?.includes(measure) !== true,
      ),
      progress: viewProgress('measures', tallyStages(own)),
      stage: new PhraseCell(`problems.${index}`, overall[index] ?? ''),
    })),
    measureProgress: viewProgress('measures', tallyStages(stages)),
    problemProgress: {
      ...viewProgress('problems', tallyStages(overall)),
      listed: listedOf(facts),
    },
    problemGroups: groupProblems(problems),
    openMeasures: measures.filter((_, index) => stages[index] !== '已完成'),
    doneMeasures: measures.filter((_, index) => stages[index] === '已完成'),
  };
}

function viewProgress(path: keyof typeof STAGE_VERBS, { total, byStage }: StageTally): View {
  const parts = [...byStage].map(([stage, count]) => ({
    name: STAGE_VERBS[path][stage],
    count: countCell(path, count),
  }));
  const [common = ''] = byStage.size === 1 ? byStage.keys() : [];
  return {
    total: total > 0 ? countCell(path, total) : new PhraseCell(path, ''),
    byStage: new TallyCell(path, COUNTED_BY[path], parts),
    common: new PhraseCell(path, common),
  };
}

/** How many problems the facts list, where that is not how many the inspection named. */
function listedOf({ feedback, problems = [] }: Facts): Cell {
  const isOther = typeof feedback?.total === 'number' && feedback.total !== problems.length;
  return isOther ? countCell('problems', problems.length) : new PhraseCell('problems', '');
}

/** What they are counted by. */
const COUNTED_BY = { measures: '条', problems: '个' } as const;

/** As prose counts them: 已完成12条、正在推进5条. */
const STAGE_VERBS: Readonly<Record<'measures' | 'problems', Readonly<Record<Stage, string>>>> = {
  measures: {
    已完成: '已完成',
    推进中: '正在推进',
    未开始: '尚未开始',
    长期坚持: '需长期坚持',
  },
  problems: {
    已完成: '已整改完成',
    推进中: '正在整改',
    未开始: '尚未启动整改',
    长期坚持: '需长期坚持',
  },
};

function countCell(path: string, count: number): FigureCell {
  return new FigureCell(path, count, String(count), '');
}

function groupProblems(problems: readonly View[]): View[] {
  const groups = new Map<string, { name: Cell; problems: View[] }>();
  for (const problem of problems) {
    const { aspect } = problem;
    const name = aspect instanceof TextCell ? aspect : new PhraseCell('', '');
    const group = groups.get(name.text) ?? { name, problems: [] };
    group.problems.push(problem);
    groups.set(name.text, group);
  }
  const rest = groups.get('');
  groups.delete('');
  if (groups.size === 0) return [];
  return [...groups.values(), ...(rest === undefined ? [] : [rest])];
}
