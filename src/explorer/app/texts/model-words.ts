import type { introspection_types } from '../ask/schema-types.js';

type WordsOf<Name extends keyof introspection_types> = introspection_types[Name] extends {
  enumValues: infer Value extends string;
}
  ? Record<Value, string>
  : never;

/** Closed lists of the model, each value in the reader's language; a value without a word does not compile. */
export interface ModelWords {
  readonly FactKind: WordsOf<'FactKind'>;
  readonly EntityKind: WordsOf<'EntityKind'>;
  readonly Role: WordsOf<'Role'>;
  readonly Capacity: WordsOf<'Capacity'>;
  readonly Certainty: WordsOf<'Certainty'>;
  readonly Status: WordsOf<'Status'>;
  readonly Order: WordsOf<'Order'>;
  readonly Stage: WordsOf<'Stage'>;
  readonly FundingType: WordsOf<'FundingType'>;
  readonly Modality: WordsOf<'Modality'>;
  readonly ReportedBy: WordsOf<'ReportedBy'>;
  readonly AgencyType: WordsOf<'AgencyType'>;
  readonly MeetingForm: WordsOf<'MeetingForm'>;
  readonly InitiativeForm: WordsOf<'InitiativeForm'>;
  readonly DocumentForm: WordsOf<'DocumentForm'>;
  readonly ProposalForm: WordsOf<'ProposalForm'>;
  readonly ProposalStanding: WordsOf<'ProposalStanding'>;
  readonly ProvisionAct: WordsOf<'ProvisionAct'>;
  readonly PositionAct: WordsOf<'PositionAct'>;
  readonly UnitOutcome: WordsOf<'UnitOutcome'>;
  readonly Strength: WordsOf<'Strength'>;
  readonly CoverageState: WordsOf<'CoverageState'>;
  readonly LeftOutReason: WordsOf<'LeftOutReason'>;
  readonly SuccessionType: WordsOf<'SuccessionType'>;
  readonly DocumentActType: WordsOf<'DocumentActType'>;
  readonly ProposalNature: WordsOf<'ProposalNature'>;
  readonly PartnerReason: WordsOf<'PartnerReason'>;
}
