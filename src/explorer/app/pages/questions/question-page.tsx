import './questions.css';
import { useSearchParams } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { FetchFault } from '../../ask/fetch-fault.js';
import { useFetched } from '../../ask/use-fetched.js';
import { Waiting } from '../../ask/waiting.js';
import { useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { NoSuchPage } from '../no-such-page.js';
import { QuestionForm } from './question-form.js';
import { isAsked, LISTING, type Listing, type SavedQuestion } from './saved.js';
import { AnswerRows } from './answer-rows.js';

/** One saved question: its form, and the answer to what the address asks. */
export default function QuestionPage({ name }: { readonly name: string }) {
  const fetched = useFetched<Listing>(LISTING);
  if (fetched === undefined) return <Waiting />;
  if ('fault' in fetched) return <FetchFault fault={fetched} />;
  const question = fetched.body.operations.find((each) => each.name === name);
  return question ? <OneQuestion question={question} /> : <NoSuchPage />;
}

function OneQuestion({ question }: { readonly question: SavedQuestion }) {
  const { questions, frame } = useTexts();
  const [parameters] = useSearchParams();
  const link = useLink();
  const asked = new URLSearchParams();
  for (const { name } of question.variables.filter(isAsked))
    for (const value of parameters.getAll(name)) asked.append(name, value);
  const after = (ending: 'json' | 'csv' | 'evidence'): string => {
    const text = asked.toString();
    return `${LISTING}${question.addresses[ending]}${text === '' ? '' : `?${text}`}`;
  };
  return (
    <>
      <p>
        <a href={link('/questions')}>{questions.title}</a>
      </p>
      <div lang="en" dir="ltr">
        <Title>{question.description}</Title>
      </div>
      <QuestionForm key={question.name} question={question} />
      <AnswerTo address={after('json')} path={question.row.path} />
      <p className="take-away">
        <a href={after('csv')}>{frame.asCsv}</a> <a href={after('evidence')}>{questions.evidenceCsv}</a>{' '}
        <a href={after('json')}>JSON</a>
      </p>
    </>
  );
}

function AnswerTo({ address, path }: { readonly address: string; readonly path: string }) {
  const fetched = useFetched<{ data: unknown }>(address);
  if (fetched === undefined) return <Waiting />;
  if ('fault' in fetched) return <FetchFault fault={fetched} />;
  return <AnswerRows data={fetched.body.data} path={path} />;
}
