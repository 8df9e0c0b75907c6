import './questions.css';
import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { FetchFault } from '../../ask/fetch-fault.js';
import { useFetched } from '../../ask/use-fetched.js';
import { Waiting } from '../../ask/waiting.js';
import { useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { CANONICAL, LISTING, type Listing } from './saved.js';

/** Every saved question, the one by which the product is known first. */
export default function QuestionsPage() {
  const { questions } = useTexts();
  const link = useLink();
  const fetched = useFetched<Listing>(LISTING);
  return (
    <>
      <Title>{questions.title}</Title>
      <p>{questions.lead}</p>
      {fetched === undefined && <Waiting />}
      {fetched && 'fault' in fetched && <FetchFault fault={fetched} />}
      {fetched && 'body' in fetched && (
        <ul className="questions" lang="en" dir="ltr">
          {[...fetched.body.operations]
            .sort((a, b) => Number(b.name === CANONICAL) - Number(a.name === CANONICAL))
            .map(({ name, description }) => (
              <li key={name}>
                <Link href={link(`/questions/${name}`)}>{description}</Link>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
