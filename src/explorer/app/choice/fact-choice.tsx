import './fact-choice.css';
import { useParameter, useStatedOnly } from '../address/use-parameters.js';
import type { EntityKind, FactFilter } from '../entities/kinds.js';
import { useTexts } from '../texts/use-texts.js';
import { DayChoice } from './day-choice.js';
import { ThingChoice } from './thing-choice.js';

/** The facts that the address chooses by topic, country, days and "stated only"; every view takes the same choice. */
export function useChosenFacts(): FactFilter {
  const [statedOnly] = useStatedOnly();
  const [topic] = useParameter('topic');
  const [country] = useParameter('country');
  const [from] = useParameter('from');
  const [to] = useParameter('to');
  return {
    ...(topic === null ? {} : { topics: { ids: [topic] } }),
    ...(country === null ? {} : { actors: { ids: [country] } }),
    ...(from === null && to === null ? {} : { dated: { from, to } }),
    ...(statedOnly ? { evidence: { minCertainty: 'STATED' } } : {}),
  };
}

/** Where a reader sets that choice. */
export function FactChoice({ children }: { readonly children?: React.ReactNode }) {
  const { choice } = useTexts();
  return (
    <div className="fact-choice">
      <OneThing parameter="topic" label={choice.topic} kind="Topic" />
      <OneThing parameter="country" label={choice.country} kind="Country" />
      <OneDay parameter="from" label={choice.from} />
      <OneDay parameter="to" label={choice.to} />
      {children}
    </div>
  );
}

/** One thing of the address, picked by its name and taken away by a button. */
export function OneThing({
  parameter,
  label,
  kind,
}: {
  readonly parameter: string;
  readonly label: string;
  /** The kind that may be picked, or several. */
  readonly kind: EntityKind | readonly EntityKind[];
}) {
  const [id, set] = useParameter(parameter);
  return (
    <div className="one-choice">
      <span className="label">{label}</span>
      <ThingChoice label={label} kinds={typeof kind === 'string' ? [kind] : kind} id={id} onChange={set} />
    </div>
  );
}

function OneDay({ parameter, label }: { readonly parameter: string; readonly label: string }) {
  const [day, set] = useParameter(parameter);
  return <DayChoice label={label} day={day} onChange={set} />;
}
