import { hasFigureIn } from './title-groups.ts';
import type { UnitExtract } from './unit-extract.ts';

/** 应说明事项 of a county: each 事项 with what its units answer. */
export interface CountyCompliance {
  readonly item: string;
  /** Answers with the names of the units that give them, the most frequent first. */
  readonly answers: readonly {
    readonly answer: string;
    readonly hasFigure: boolean;
    readonly units: readonly string[];
  }[];
}

/** Puts the answers of units together by the words of the 事项. */
export class ComplianceGroups {
  readonly #items = new Map<string, Map<string, string[]>>();

  add({ name, compliance }: UnitExtract): void {
    for (const { item, answer } of compliance) {
      const answers = this.#items.get(item) ?? new Map<string, string[]>();
      this.#items.set(item, answers);
      const own = answer.replace(/[。；，]+$/u, '');
      const units = answers.get(own);
      if (units === undefined) answers.set(own, [name]);
      else units.push(name);
    }
  }

  results(): CountyCompliance[] {
    return [...this.#items].map(([item, answers]) => ({
      item,
      answers: [...answers]
        .map(([answer, units]) => ({ answer, hasFigure: hasFigureIn(answer), units }))
        .sort((a, b) => b.units.length - a.units.length),
    }));
  }
}
