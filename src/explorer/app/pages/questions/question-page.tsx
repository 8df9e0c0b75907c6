import './questions.css';
import { useSearchParams } from 'wouter';
import { UnknownHere } from '../../address/untaken.js';
import { CARRIED, useLink, useParameters } from '../../address/use-parameters.js';
import { FaultBox } from '../../ask/fault-box.js';
import { useFetched } from '../../ask/use-fetched.js';
import { Waiting } from '../../ask/waiting.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { NoSuchPage } from '../no-such-page.js';
import { QuestionForm } from './question-form.js';
import { isOf } from './form/asked-values.js';
import {
  isAsked,
  isPageLanguage,
  LISTING,
  type Listing,
  type SavedInput,
  type SavedQuestion,
} from './saved.js';
import { AnswerRows } from './answer-rows.js';

/** One saved question: its form, and the answer to what the address asks. */
export default function QuestionPage({ name }: { readonly name: string }) {
  const fetched = useFetched<Listing>(LISTING);
  if (fetched === undefined) return <Waiting />;
  if ('failure' in fetched) return <FaultBox failure={fetched.failure} onAgain={fetched.again} />;
  const question = fetched.body.operations.find((each) => each.name === name);
  return question ? <OneQuestion question={question} inputs={fetched.body.inputs} /> : <NoSuchPage />;
}

function OneQuestion({
  question,
  inputs,
}: {
  readonly question: SavedQuestion;
  readonly inputs: readonly SavedInput[];
}) {
  const { questions, frame } = useTexts();
  const [parameters] = useSearchParams();
  const link = useLink();
  const { api: lang } = useLanguage();
  const asked = new URLSearchParams(
    [...parameters].filter(([name]) => question.variables.filter(isAsked).some((each) => isOf(each, name))),
  );
  if (question.variables.some(isPageLanguage)) asked.set('lang', lang);
  // A file is whole: an empty `first` takes away the number of rows that is saved with some questions.
  const whole = new URLSearchParams(asked);
  if (question.variables.some(({ name, default: saved }) => name === 'first' && saved !== undefined))
    whole.set('first', '');
  const after = (ending: 'json' | 'csv' | 'evidence'): string => {
    const text = (ending === 'json' ? asked : whole).toString();
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
      <Unread question={question} />
      <QuestionForm key={question.name} question={question} inputs={inputs} />
      <AnswerTo address={after('json')} path={question.row.path} />
      <p className="take-away">
        <a href={after('csv')}>{frame.asCsv}</a> <a href={after('evidence')}>{questions.evidenceCsv}</a>{' '}
        <a href={after('json')}>JSON</a>
      </p>
    </>
  );
}

/** That the address asks for what is no field of the question, since the answer does not heed it. */
function Unread({ question: { variables } }: { readonly question: SavedQuestion }) {
  const [parameters] = useSearchParams();
  const set = useParameters();
  const fields = variables.filter(isAsked);
  const unread = [...parameters].filter(
    ([name]) => !CARRIED.includes(name) && !fields.some((field) => isOf(field, name)),
  );
  if (unread.length === 0) return null;
  return (
    <UnknownHere
      what={unread.map(([name, text]) => `${name}=${text}`).join('&')}
      among={fields.map(({ name }) => name)}
      onTakeOut={() => set(Object.fromEntries(unread.map(([name]) => [name, null])))}
    />
  );
}

function AnswerTo({ address, path }: { readonly address: string; readonly path: string }) {
  const fetched = useFetched<{ data: unknown }>(address);
  if (fetched === undefined) return <Waiting />;
  if ('failure' in fetched) return <FaultBox failure={fetched.failure} onAgain={fetched.again} />;
  return <AnswerRows data={fetched.body.data} path={path} />;
}
