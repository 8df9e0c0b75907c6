import './questions.css';
import { Link, useSearchParams } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { FaultBox } from '../../ask/fault-box.js';
import { useFetched } from '../../ask/use-fetched.js';
import { Waiting } from '../../ask/waiting.js';
import { useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { CANONICAL, LISTING, type Listing } from './saved.js';

/** The address without what was looked for. */
const without = (all: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...all].filter(([name]) => name !== 'words'));

/** Every saved question, the one by which the product is known first. */
export default function QuestionsPage() {
  const { questions } = useTexts();
  const link = useLink();
  const [parameters, setParameters] = useSearchParams();
  const words = parameters.get('words') ?? '';
  const wanted = words.toLowerCase().split(/\s+/);
  // In place of the last address, so that "back" leaves the page instead of taking back a letter.
  const setWords = (typed: string): void =>
    setParameters(
      typed === '' ? without : (all) => new URLSearchParams([...without(all), ['words', typed]]),
      {
        replace: true,
      },
    );
  const fetched = useFetched<Listing>(LISTING);
  return (
    <>
      <Title>{questions.title}</Title>
      <p>{questions.lead}</p>
      {fetched === undefined && <Waiting />}
      {fetched && 'failure' in fetched && <FaultBox failure={fetched.failure} onAgain={fetched.again} />}
      {fetched && 'body' in fetched && (
        <>
          <input
            className="find"
            type="search"
            dir="auto"
            aria-label={questions.find}
            placeholder={questions.find}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <ul className="questions" lang="en" dir="ltr">
            {fetched.body.operations
              .filter(({ name, description }) =>
                wanted.every((word) => `${name} ${description}`.toLowerCase().includes(word)),
              )
              .sort((a, b) => Number(b.name === CANONICAL) - Number(a.name === CANONICAL))
              .map(({ name, description }) => (
                <li key={name}>
                  <Link href={link(`/questions/${name}`)}>
                    <Spoken text={description} />
                  </Link>{' '}
                  <code className="aside">{name}</code>
                </li>
              ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A description with the names of fields that it puts between backticks set as such. */
function Spoken({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
