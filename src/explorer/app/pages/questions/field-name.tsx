import { memberWord } from '../../texts/member-words.js';
import { useTexts } from '../../texts/use-texts.js';
import { headingOf } from './worded.js';

/** A field's name in the reader's language, else as the API has it. */
export function FieldName({ field }: { readonly field: string }) {
  const { members } = useTexts();
  const word = memberWord(members, field);
  return word === null ? (
    <span lang="en" dir="ltr">
      {headingOf(field)}
    </span>
  ) : (
    <span>{word}</span>
  );
}
