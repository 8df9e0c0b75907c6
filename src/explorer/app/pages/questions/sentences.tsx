import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { useTexts } from '../../texts/use-texts.js';
import { LinkById } from '../../entities/link-by-id.js';
import { isSaid, Said } from './said.js';
import { signOf } from './sign-of.js';
import { isId, isRecord } from './answer-at.js';
import { FieldName } from './field-name.js';
import { Value } from './value.js';

type Row = Readonly<Record<string, unknown>>;

/** Whether an answer's row has a sentence of its own. */
export const saysItself = (row: Row): boolean => typeof row['inWords'] === 'string' && row['inWords'] !== '';

/** Answers as sentences, each with its signs and with the facts that it rests on, down to their sources. */
export function Sentences({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ol className="sentences">
      {rows.map((row, index) => (
        <li key={index} id={`row-${index}`} tabIndex={-1}>
          <Sentence row={row} />
        </li>
      ))}
    </ol>
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const isNamed = (value: unknown): value is Named =>
  isRecord(value) && isId(value['id']) && typeof value['name'] === 'string';

/** A fact of which the answer says its sources. */
const isEvidenced = (value: unknown): value is Row & { readonly id: string; readonly claims: unknown[] } =>
  isRecord(value) && isId(value['id']) && Array.isArray(value['claims']);

function Sentence({ row: { inWords, ...row } }: { readonly row: Row }) {
  const { questions } = useTexts();
  const parts = Object.entries(row).filter(([, value]) => value !== null);
  const signs = new Map(
    parts.flatMap(([field, value]) => {
      const sign = signOf(field, value);
      return sign ? [[field, sign] as const] : [];
    }),
  );
  const facts = parts.flatMap(([field, value]) => (isEvidenced(value) ? [{ field, fact: value }] : []));
  const things = parts.filter(
    ([, value]) => isNamed(value) || (Array.isArray(value) && value.every(isNamed)),
  );
  const told = new Set([
    ...signs.keys(),
    ...things.map(([field]) => field),
    ...facts.map(({ field }) => field),
  ]);
  const rest = Object.fromEntries(parts.filter(([field]) => !told.has(field)));
  return (
    <>
      <p className="sentence" lang="en" dir="ltr">
        {String(inWords)}
      </p>
      <p className="signs">
        {things
          .flatMap(([, value]) => [value].flat())
          .map((thing, index) => (
            <LinkById key={index} id={(thing as Named).id} otherwise={(thing as Named).name} />
          ))}
        {[...signs].map(([field, sign]) => (
          <span key={field}>{sign}</span>
        ))}
      </p>
      {facts.length > 0 && (
        <div className="rests-on">
          {facts.map(({ field, fact }) => (
            <RestsOn key={field} field={field} fact={fact} />
          ))}
        </div>
      )}
      {Object.keys(rest).length > 0 && (
        <details>
          <summary>{questions.details}</summary>
          <Value value={rest} />
        </details>
      )}
    </>
  );
}

function RestsOn({
  field,
  fact: { id, gist, period, claims, certainty },
}: {
  readonly field: string;
  readonly fact: Row & { readonly claims: readonly unknown[] };
}) {
  const link = useLink();
  const { questions } = useTexts();
  const said = claims.filter(isRecord);
  const further = said.filter((claim) => !isExistence(claim));
  const when = isRecord(period) ? period['inWords'] : null;
  return (
    <section>
      <h3>
        <FieldName field={field} /> {signOf('certainty', certainty)}
      </h3>
      <p lang="en" dir="ltr">
        <Link href={link(`/${String(id)}`)}>{typeof gist === 'string' ? gist : String(id)}</Link>
        {typeof when === 'string' && <span className="aside"> {when}</span>}
      </p>
      <SaidList claims={said.filter(isExistence)} />
      {further.length > 0 && (
        <details>
          <summary>{questions.further(further.length)}</summary>
          <SaidList claims={further} />
        </details>
      )}
    </section>
  );
}

/** That the fact is so stands before what is said of its parts. */
const isExistence = (claim: Row): boolean => claim['about'] === 'existence' || !('about' in claim);

function SaidList({ claims }: { readonly claims: readonly Row[] }) {
  return (
    <ul className="items">
      {claims.map((claim, index) => (
        <li key={index}>{isSaid(claim) ? <Said said={claim} /> : <Value value={claim} />}</li>
      ))}
    </ul>
  );
}
