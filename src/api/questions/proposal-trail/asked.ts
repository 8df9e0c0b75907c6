import type { TrailFilter } from '../../../graph/reads/proposal-trail/conditions.js';
import type { Page } from '../../../graph/reads/page.js';
import { Meeting } from '../../../model/entities/meeting.js';
import { Proposal } from '../../../model/entities/proposal.js';
import { Topic } from '../../../model/entities/topic.js';
import { Fault } from '../../../model/faults.js';
import type { Capacity } from '../../../model/values/capacity.js';
import type { Standing } from '../../../model/values/standing.js';
import { declaredAsked, evidenceAsked, type EvidenceAsked } from '../facts-asked.js';
import { idAsked, idOfKind, listAsked } from '../ids.js';
import { pageAsked, type PageArgs } from '../page-asked.js';

type List<T = string> = readonly T[] | null | undefined;

/** The arguments as they arrive. */
export interface Given extends PageArgs {
  readonly proposal?: string | null;
  readonly meeting?: string | null;
  readonly maker?: string | null;
  readonly acts: readonly string[];
  readonly form?: List;
  readonly nature?: List;
  readonly provisionAct?: List;
  readonly addressees?: { readonly anyOf?: List; readonly exactly?: List } | null;
  readonly statedIn?: string | null;
  readonly topic?: string | null;
  readonly takenUp?: boolean | null;
  readonly takenUpAs?: List<Capacity>;
  readonly standing?: List<Standing>;
  readonly evidence?: EvidenceAsked | null;
}

const FIELD = 'proposalTrail';

const fault = (argument: string, message: string): Fault =>
  new Fault('BAD_USER_INPUT', message, { details: { argument } });

function positionAsked({ acts, meeting, maker }: Given): TrailFilter['position'] {
  const done = listAsked(acts, `${FIELD}(acts:)`) ?? [];
  const makes = done.length === 1 && done[0] === 'MAKES';
  if (!meeting && !maker) {
    if (makes) return null;
    throw fault(
      'acts',
      `${FIELD}(acts:) says what was done at \`meeting\` or by \`maker\`; give one of them.`,
    );
  }
  return {
    acts: done,
    ...(meeting ? { meeting: idOfKind(meeting, `${FIELD}(meeting:)`, Meeting) } : {}),
    ...(maker
      ? {
          actors: {
            ids: [idAsked(maker, `${FIELD}(maker:)`, ['Country', 'Agency', 'Group'])],
            roles: ['holder'],
            every: false,
          },
        }
      : {}),
  };
}

/** Checks the arguments; a fault names the argument and what it takes. */
export function trailAsked(given: Given): { readonly filter: TrailFilter; readonly page: Page } {
  const { addressees, takenUp = null, takenUpAs, evidence, statedIn, topic, proposal } = given;
  if (addressees && !addressees.anyOf === !addressees.exactly)
    throw fault('addressees', `${FIELD}(addressees:) takes one of anyOf and exactly.`);
  if (takenUpAs && takenUp === null)
    throw fault('takenUpAs', `${FIELD}(takenUpAs:) says what counts for \`takenUp\`; give that too.`);
  const declared = declaredAsked(
    Proposal,
    {
      proposalForm: given.form,
      nature: given.nature,
      provisionAct: given.provisionAct,
      addressees: addressees?.anyOf,
      addresseesExactly: addressees?.exactly,
      statedInOrBeneath: statedIn ? [statedIn] : null,
      topicsOrBeneath: topic ? [idOfKind(topic, `${FIELD}(topic:)`, Topic)] : null,
    },
    FIELD,
  );
  return {
    page: pageAsked(given, FIELD, (key) => key.startsWith('proposal/')),
    filter: {
      proposal: proposal ? idOfKind(proposal, `${FIELD}(proposal:)`, Proposal) : null,
      declared,
      position: positionAsked(given),
      takenUp,
      takenUpAs: listAsked(takenUpAs, `${FIELD}(takenUpAs:)`) ?? null,
      standing: listAsked(given.standing, `${FIELD}(standing:)`) ?? null,
      evidence: evidence ? evidenceAsked(evidence, 'evidence') : {},
    },
  };
}
