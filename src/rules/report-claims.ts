import type { Claim, ClaimRule, PassageRange } from '../prose/claims/claim.ts';
import { claimsOf } from '../prose/claims/claims-of.ts';
import { anchorIn, touchesReference } from '../prose/place.ts';
import type { ProseSubject, Report } from './rule.ts';

/**
 * Reports the claims about figures that do not hold and that a rule is for: an error where nothing but a mistake explains it, else a
 * warning. What consists of the facts' own figures is the facts rules'.
 */
export function reportClaims(rule: ClaimRule, { prose }: ProseSubject, report: Report): void {
  for (const claim of claimsOf(prose)) {
    if (claim.rule !== rule || claim.verdict !== 'wrong' || isFromReferences(claim)) continue;
    report({
      at: claimAnchor(claim.at),
      message: claim.why,
      hint: claim.hint,
      severity: claim.isCertain ? 'error' : 'warning',
      related: claim.operands.map((operand) => ({ message: operand.role, at: claimAnchor(operand) })),
    });
  }
}

function claimAnchor({ passage, start, end }: PassageRange) {
  return anchorIn(passage, start, end);
}

/** Every figure of it came from a reference; of a share the share alone. */
function isFromReferences({ kind, at, operands }: Claim): boolean {
  const places = kind === 'share' ? [at] : [at, ...operands];
  return places.every(({ passage, start, end }) => touchesReference(passage, start, end));
}
