import { LinkById } from '../entities/link-by-id.js';
import { memberWord } from '../texts/member-words.js';
import { useTexts } from '../texts/use-texts.js';
import { wordOf } from '../texts/value-words.js';
import { NamingThings } from './naming-things.js';
import { saidParts } from './said-parts.js';

/** What a claim says, in the reader's words: things by their names as links, codes by the words of the model. */
export function Linking({ says }: { readonly says: string }) {
  const { words, fact, members } = useTexts();
  const parts = saidParts(says);
  switch (parts?.what) {
    case 'existence':
      return fact.isSo;
    case 'party': {
      const role = wordOf(words, 'role', parts.role);
      const capacity = wordOf(words, 'capacity', parts.capacity);
      return (
        <>
          <LinkById id={parts.id} />, {role ?? <English text={parts.role} />}
          {capacity !== null && `, ${capacity}`}
          {parts.number !== null && (
            <>
              {' '}
              (<English text={parts.number} />)
            </>
          )}
        </>
      );
    }
    case 'end':
      return (
        <>
          {memberWord(members, parts.name) ?? <English text={parts.name} />}: <LinkById id={parts.id} />
        </>
      );
    case 'attribute':
      return (
        <>
          {memberWord(members, parts.name) ?? <English text={parts.name} />}:{' '}
          {wordOf(words, parts.name, parts.value) ?? <English text={parts.value} />}
        </>
      );
    case 'period':
      return (
        <>
          {fact.when}:{' '}
          <span lang="en" dir="ltr">
            <NamingThings text={parts.inWords} />
          </span>
        </>
      );
    default:
      return <English text={says} />;
  }
}

/** What is recorded in English, whatever the page's language. */
function English({ text }: { readonly text: string }) {
  return (
    <span lang="en" dir="auto">
      {text}
    </span>
  );
}
