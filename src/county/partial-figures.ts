import type { CountyFigure } from './add-figures.ts';
import type { County } from './roll-up.ts';

/**
 * Figures of which a part of the units is added up, where others are added up over other units: a total that would be less than its parts. They
 * stay out of a county's facts. What is only a part of something else can stay: it is at most the whole.
 */
export function contradictingFigures({
  figures,
  tallies,
}: Pick<County, 'figures' | 'tallies'>): ReadonlySet<string> {
  const contradicting = new Set<string>();
  for (const figure of figures) {
    if (figure.lacking.length === 0) continue;
    const lacking = figure.lacking.join('\n');
    const bound = [
      ...figures.filter((other) => isBound(figure, other)),
      ...tallies.filter(({ place }) => place.field.partOf === figure.place.path),
    ];
    if (bound.some((other) => other.lacking.join('\n') !== lacking)) contradicting.add(figure.place.path);
  }
  return contradicting;
}

/** Whether `other` is a part of the figure, or makes up the same whole with it. */
function isBound({ place }: CountyFigure, other: CountyFigure): boolean {
  const { partOf = [], division } = other.place.field;
  const isPart = partOf.some((whole) =>
    typeof whole === 'string' ? whole === place.path : whole.sumOf.includes(place.path),
  );
  const isPartner =
    division !== undefined && division === place.field.division && partOf[0] === place.field.partOf?.[0];
  return isPart || isPartner;
}
