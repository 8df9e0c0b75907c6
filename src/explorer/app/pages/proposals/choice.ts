import { useParameter, useStatedOnly } from '../../address/use-parameters.js';

export const COLUMNS = ['OPEN', 'PLANNED', 'ACTED_ON', 'DELIVERED', 'CANCELLED', 'UNCLEAR'] as const;
export const FORMS = ['PROPOSAL', 'RECOMMENDATION', 'CALL', 'NEED', 'OFFER', 'PROVISION'] as const;
export const VIEWS = ['board', 'calls', 'offers'] as const;

/** Which proposals the address chooses, and how they are shown. */
export interface ProposalChoice {
  readonly standing: (typeof COLUMNS)[number][] | null;
  readonly form: (typeof FORMS)[number][] | null;
  readonly topic: string | null;
  readonly maker: string | null;
  readonly addressees: { readonly anyOf: string[] } | null;
  readonly evidence: { readonly minCertainty: 'STATED' } | null;
}

/** What the address chooses; the board shows one standing at a time, open offers are open, calls are of any standing. */
export function useProposalChoice(): {
  readonly view: (typeof VIEWS)[number];
  readonly choice: ProposalChoice;
} {
  const [statedOnly] = useStatedOnly();
  const [topic] = useParameter('topic');
  const [maker] = useParameter('maker');
  const [addressee] = useParameter('addressee');
  const [askedForm] = useParameter('form');
  const [askedStanding] = useParameter('standing');
  const [askedView] = useParameter('view');
  const view = VIEWS.find((each) => each === askedView) ?? 'board';
  const form = FORMS.find((each) => each === askedForm);
  const standing = COLUMNS.find((each) => each === askedStanding);
  return {
    view,
    choice: {
      standing:
        view === 'offers' ? ['OPEN'] : view === 'board' ? [standing ?? 'OPEN'] : standing ? [standing] : null,
      form: form && view !== 'offers' ? [form] : null,
      topic,
      maker,
      addressees: addressee === null ? null : { anyOf: [addressee] },
      evidence: statedOnly ? { minCertainty: 'STATED' } : null,
    },
  };
}
