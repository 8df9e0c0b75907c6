import type { ModelWords } from './model-words.js';

/** The closed list from which a field of an answer, or an attribute of the model, takes its values. */
const LISTS: Readonly<Record<string, keyof ModelWords>> = {
  agencyType: 'AgencyType',
  capacity: 'Capacity',
  certainty: 'Certainty',
  documentAct: 'DocumentActType',
  documentForm: 'DocumentForm',
  fundingType: 'FundingType',
  initiativeForm: 'InitiativeForm',
  meetingForm: 'MeetingForm',
  modality: 'Modality',
  nature: 'ProposalNature',
  order: 'Order',
  positionAct: 'PositionAct',
  proposalForm: 'ProposalForm',
  provisionAct: 'ProvisionAct',
  reason: 'PartnerReason',
  reportedBy: 'ReportedBy',
  role: 'Role',
  stage: 'Stage',
  standing: 'ProposalStanding',
  state: 'CoverageState',
  status: 'Status',
  strength: 'Strength',
  successionType: 'SuccessionType',
};

/** A value of a closed list in the reader's language; null for anything else. */
export function wordOf(words: ModelWords, field: string | undefined, value: unknown): string | null {
  const list = field === undefined || !Object.hasOwn(LISTS, field) ? undefined : LISTS[field];
  if (list === undefined || typeof value !== 'string') return null;
  const known: Readonly<Record<string, string>> = words[list];
  return Object.hasOwn(known, value) ? known[value]! : null;
}
