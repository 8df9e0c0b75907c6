import { Fragment, type ReactNode } from 'react';
import { EntityLink, type Linked } from '../../entities/entity-link.js';
import { When } from '../../facts/fact-table.js';
import { useTexts } from '../../texts/use-texts.js';
import type { Described } from './described.js';

/** What an entity is, field by field; a field of which nothing is known is not shown. */
export function Details({ entity }: { readonly entity: Described }) {
  const rows = useRows(entity).filter(([, value]) => value !== null);
  if (rows.length === 0) return null;
  return (
    <dl className="details">
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

type Row = readonly [label: string, value: ReactNode];

function useRows(entity: Described): Row[] {
  const { words, thing } = useTexts();
  const { labels } = thing;
  const rows: Row[] = [];
  const text = (label: string, value: string | null, english = false): void => {
    if (value !== null && value !== '') rows.push([label, english ? english_(value) : <bdi>{value}</bdi>]);
  };
  const many = (label: string, things: readonly (Linked | null)[]): void => {
    const some = things.filter((one) => one !== null);
    if (some.length > 0) rows.push([label, <Links things={some} />]);
  };
  if ('alpha3' in entity)
    text(labels.codes, [entity.alpha2, entity.alpha3, entity.m49].filter(Boolean).join(', '));
  if ('agencyType' in entity && entity.agencyType) text(labels.form, words.AgencyType[entity.agencyType]);
  if ('meetingForm' in entity && entity.meetingForm) text(labels.form, words.MeetingForm[entity.meetingForm]);
  if ('initiativeForm' in entity && entity.initiativeForm)
    text(labels.form, words.InitiativeForm[entity.initiativeForm]);
  if ('documentForm' in entity && entity.documentForm)
    text(labels.form, words.DocumentForm[entity.documentForm]);
  if ('proposalForm' in entity && entity.proposalForm)
    text(labels.form, words.ProposalForm[entity.proposalForm]);
  if ('provisionAct' in entity && entity.provisionAct)
    text(labels.act, words.ProvisionAct[entity.provisionAct]);
  if ('initiativeStage' in entity && entity.initiativeStage)
    text(labels.stage, words.Stage[entity.initiativeStage]);
  if ('meetingStage' in entity && entity.meetingStage) text(labels.stage, words.Stage[entity.meetingStage]);
  if ('period' in entity && entity.period) rows.push([labels.when, <When period={entity.period} />]);
  if ('place' in entity) text(labels.place, entity.place);
  if ('hours' in entity) text(labels.hours, entity.hours);
  if ('gist' in entity) text(labels.gist, entity.gist, true);
  if ('condition' in entity) text(labels.condition, entity.condition, true);
  if ('target' in entity) text(labels.target, entity.target, true);
  if ('definition' in entity) text(labels.definition, entity.definition, true);
  if ('country' in entity) many(labels.country, [entity.country]);
  if ('contactOffice' in entity)
    text(labels.contact, [entity.contactOffice, entity.contactAddress].filter(Boolean).join(', '));
  if ('agencies' in entity) many(labels.agencies, entity.agencies);
  if ('addressees' in entity) many(labels.addressees, entity.addressees);
  if ('statedIn' in entity) many(labels.statedIn, [entity.statedIn]);
  if ('document' in entity) many(labels.document, [entity.document]);
  if ('related' in entity) many(labels.related, entity.related);
  if ('partOf' in entity) many(labels.partOf, [entity.partOf]);
  if ('parts' in entity) many(labels.parts, entity.parts);
  if ('meetings' in entity) many(labels.meetings, entity.meetings);
  if ('versions' in entity) many(labels.versions, entity.versions);
  if ('proposals' in entity) many(labels.proposals, entity.proposals);
  if ('symbol' in entity) text(labels.symbol, entity.symbol);
  if ('issuedOn' in entity) text(labels.issued, entity.issuedOn);
  if ('publisher' in entity) text(labels.publisher, entity.publisher);
  if ('licence' in entity) text(labels.licence, entity.licence);
  if ('retrieved' in entity) text(labels.retrieved, entity.retrieved);
  if ('covers' in entity) text(labels.covers, entity.covers.join('; '), true);
  if ('address' in entity) text(labels.address, entity.address);
  if ('scheme' in entity)
    text(labels.scheme, [entity.scheme, entity.schemeVersion].filter(Boolean).join(' '));
  if ('possiblySameAs' in entity) many(thing.possiblySame, entity.possiblySameAs);
  text(thing.alsoCalled, entity.otherNames.join(' · '));
  text(thing.conflict, entity.conflicts.join(', '));
  return rows;
}

const english_ = (value: string): ReactNode => (
  <span lang="en" dir="ltr">
    {value}
  </span>
);

function Links({ things }: { readonly things: readonly Linked[] }) {
  return (
    <ul className="ends">
      {things.map((one) => (
        <li key={one.id}>
          <EntityLink entity={one} />
        </li>
      ))}
    </ul>
  );
}
