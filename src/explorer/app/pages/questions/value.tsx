import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { useTexts } from '../../texts/use-texts.js';
import { isSaid, Said } from './said.js';
import { signOf } from './sign-of.js';
import { headingOf, wordOf } from './worded.js';

// So many of a list are shown at once; the others open on demand.
const AT_ONCE = 6;

/** Whether a value of an answer is an object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-zA-Z]+\/\S+$/.test(value);

/** Any value of an answer: things as links, lists as lists, objects field by field, the rest as it is. */
export function Value({ value, field }: { readonly value: unknown; readonly field?: string }) {
  const link = useLink();
  const { questions, words } = useTexts();
  if (value === null || value === undefined || value === '') return null;
  const sign = signOf(field, value);
  if (sign) return sign;
  if (typeof value === 'boolean') return value ? questions.yes : questions.no;
  if (isId(value)) return <Link href={link(`/${value}`)}>{value}</Link>;
  if (Array.isArray(value)) return <Items values={value} />;
  if (!isRecord(value)) {
    const word = wordOf(words, field, value);
    return word === null ? (
      <span lang="en" dir="auto">
        {String(value)}
      </span>
    ) : (
      word
    );
  }
  if (isSaid(value)) return <Said said={value} />;
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
                {headingOf(key)}
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
