import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { EvidenceSign, IndependentSign, OrderSign, ReviewSign } from '../../facts/signs.js';
import { en } from '../../texts/en.js';
import { useTexts } from '../../texts/use-texts.js';

// So many of a list are shown at once; the others open on demand.
const AT_ONCE = 6;

/** Whether a value of an answer is an object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-zA-Z]+\/\S+$/.test(value);

/** Evidence, review and order are shown by the same signs as everywhere; null for any other field. */
function signOf(field: string | undefined, value: unknown) {
  const { words } = en;
  if (field === 'independent' && typeof value === 'boolean') return <IndependentSign independent={value} />;
  if (field === 'certainty' && isOneOf(words.Certainty, value)) return <EvidenceSign certainty={value} />;
  if (field === 'order' && isOneOf(words.Order, value)) return <OrderSign order={value} />;
  if (field === 'status' && isOneOf(words.Status, value) && value !== 'ACCEPTED')
    return <ReviewSign status={value} />;
  return null;
}

const isOneOf = <Name extends string>(words: Readonly<Record<Name, string>>, value: unknown): value is Name =>
  typeof value === 'string' && Object.hasOwn(words, value);

/** Any value of an answer: things as links, lists as lists, objects field by field, the rest as it is. */
export function Value({ value, field }: { readonly value: unknown; readonly field?: string }) {
  const link = useLink();
  const { questions } = useTexts();
  if (value === null || value === undefined || value === '') return null;
  const sign = signOf(field, value);
  if (sign) return sign;
  if (typeof value === 'boolean') return value ? questions.yes : questions.no;
  if (isId(value)) return <Link href={link(`/${value}`)}>{value}</Link>;
  if (Array.isArray(value)) return <Items values={value} />;
  if (!isRecord(value))
    return (
      <span lang="en" dir="auto">
        {String(value)}
      </span>
    );
  const { id, name, __typename: _, ...rest } = value;
  const named = isId(id) && typeof name === 'string';
  const others = Object.entries(named ? rest : value).filter(
    ([key, inner]) => inner !== null && key !== '__typename' && !(Array.isArray(inner) && inner.length === 0),
  );
  return (
    <>
      {named && (
        <Link href={link(`/${id}`)}>
          <bdi>{name}</bdi>
        </Link>
      )}
      {others.length > 0 && (
        <dl className="fields">
          {others.map(([key, inner]) => (
            <div key={key}>
              <dt lang="en" dir="ltr">
                {key}
              </dt>
              <dd>
                <Value value={inner} field={key} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Items({ values }: { readonly values: readonly unknown[] }) {
  const { questions } = useTexts();
  const [shown, others] = [values.slice(0, AT_ONCE), values.slice(AT_ONCE)];
  const list = (some: readonly unknown[]) => (
    <ul className="items">
      {some.map((value, index) => (
        <li key={index}>
          <Value value={value} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(shown)}
      {others.length > 0 && (
        <details>
          <summary>{questions.further(others.length)}</summary>
          {list(others)}
        </details>
      )}
    </>
  );
}
