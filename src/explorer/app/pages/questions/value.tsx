import { useTexts } from '../../texts/use-texts.js';
import { LinkById } from '../../entities/link-by-id.js';
import { NamingThings } from '../../facts/naming-things.js';
import { wordOf } from '../../texts/value-words.js';
import { isSaid, Said } from './said.js';
import { signOf } from './sign-of.js';
import { isId, isRecord } from './answer-at.js';
import { FieldName } from './field-name.js';

// So many of a list are shown at once; the others open on demand.
const AT_ONCE = 6;

/** Any value of an answer: things as links, lists as lists, objects field by field, the rest as it is. */
export function Value({ value, field }: { readonly value: unknown; readonly field?: string }) {
  const { questions, words } = useTexts();
  if (value === null || value === undefined || value === '') return null;
  const sign = signOf(field, value);
  if (sign) return sign;
  if (typeof value === 'boolean') return value ? questions.yes : questions.no;
  if (isId(value)) return <LinkById id={value} />;
  if (Array.isArray(value)) return <Items values={value} />;
  if (!isRecord(value)) {
    const word = wordOf(words, field, value);
    return word === null ? (
      <span lang="en" dir="auto">
        <NamingThings text={String(value)} />
      </span>
    ) : (
      word
    );
  }
  if (isSaid(value)) return <Said said={value} />;
  const { id, name, __typename: _, ...rest } = value;
  const named = isId(id);
  const others = Object.entries(named ? rest : value).filter(
    ([key, inner]) => inner !== null && key !== '__typename' && !(Array.isArray(inner) && inner.length === 0),
  );
  return (
    <>
      {named && <LinkById id={id} otherwise={typeof name === 'string' ? name : id} />}
      {others.length > 0 && (
        <dl className="fields">
          {others.map(([key, inner]) => (
            <div key={key}>
              <dt>
                <FieldName field={key} />
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
