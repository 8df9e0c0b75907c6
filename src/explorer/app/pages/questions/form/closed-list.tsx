import { useTexts } from '../../../texts/use-texts.js';
import { valueWord } from './type-asked.js';

interface ClosedList {
  /** The list's name in the API, by which its words are found. */
  readonly named: string;
  readonly values: readonly string[];
}

function useWord(named: string): (value: string) => string {
  const { words } = useTexts();
  return (value) => valueWord(words, named, value) ?? value;
}

function Options({ named, values }: ClosedList) {
  const word = useWord(named);
  return values.map((value) => (
    <option key={value} value={value}>
      {word(value)}
    </option>
  ));
}

/** One value of a closed list, or none. */
export function OneOf({
  id,
  value,
  onChange,
  ...list
}: ClosedList & {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="" />
      <Options {...list} />
    </select>
  );
}

/** Several values of a closed list: each with a button that takes it out, and a list of those not yet taken. */
export function SomeOf({
  id,
  chosen,
  onChange,
  named,
  values,
}: ClosedList & {
  readonly id: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { choice, questions } = useTexts();
  const word = useWord(named);
  return (
    <>
      {chosen.map((value) => (
        <span key={value} className="chosen">
          <bdi>{word(value)}</bdi>
          <button
            type="button"
            aria-label={choice.without(word(value))}
            title={choice.without(word(value))}
            onClick={() => onChange(chosen.filter((each) => each !== value))}
          >
            ×
          </button>
        </span>
      ))}
      <select id={id} value="" onChange={({ target }) => onChange([...chosen, target.value])}>
        <option value="" disabled>
          {questions.add}
        </option>
        <Options named={named} values={values.filter((value) => !chosen.includes(value))} />
      </select>
    </>
  );
}
