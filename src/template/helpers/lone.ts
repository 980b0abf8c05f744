import type { Helper } from '../helper.ts';
import { isPresent } from '../presence.ts';

/** (lone a b c) */
export const lone: Helper = {
  name: 'lone',
  summary: '所列事实只有一项，作为其他助手的条件，例如只有一项就并到前一句里。',
  signature: '(lone 事实…)',
  takes: { args: [], rest: 'fact', form: ['value'], gives: 'condition' },
  example: {
    template: '{{#present (lone members.full members.female)}}一项{{else}}几项{{/present}}',
    prints: '一项',
  },
  run: (facts) => facts.filter(isPresent).length === 1,
};
