import './proposals.css';
import { useParameter } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { graphql } from '../../ask/graphql.js';
import { LeftOut } from '../../ask/left-out.js';
import { OneThing } from '../../choice/fact-choice.js';
import { LINKED } from '../../entities/entity-link.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { TRAILED } from './trailed.js';
import { Trail } from './trail.js';

const BOARD = graphql(
  `
    query Board(
      $standing: [ProposalStanding!]
      $form: [ProposalForm!]
      $topic: ID
      $maker: ID
      $after: String
      $lang: Language!
    ) {
      proposalTrail(
        standing: $standing
        form: $form
        topic: $topic
        maker: $maker
        first: 30
        after: $after
      ) {
        emptyBecause
        totalCount {
          count
          inWords
        }
        nodes {
          ...Trailed
        }
      }
    }
  `,
  [LINKED, TRAILED],
);

const COLUMNS = ['OPEN', 'PLANNED', 'ACTED_ON', 'DELIVERED', 'CANCELLED', 'UNCLEAR'] as const;
const FORMS = ['PROPOSAL', 'RECOMMENDATION', 'CALL', 'NEED', 'OFFER', 'PROVISION'] as const;

/** Proposals from made to delivered, each with its trail. */
export default function ProposalsPage() {
  const { proposals: texts, words, frame } = useTexts();
  const { api: lang } = useLanguage();
  const [topic] = useParameter('topic');
  const [maker] = useParameter('maker');
  const [askedForm, setForm] = useParameter('form');
  const form = FORMS.find((each) => each === askedForm) ?? null;
  const [askedStanding, setStanding] = useParameter('standing');
  const standing = COLUMNS.find((each) => each === askedStanding) ?? 'OPEN';
  return (
    <>
      <Title>{texts.title}</Title>
      <p>{texts.lead}</p>
      <div className="fact-choice">
        <OneThing parameter="topic" label={texts.onTopic} kind="Topic" />
        <OneThing parameter="maker" label={texts.madeBy} kind="Country" />
        <label className="one-choice">
          <span className="label">{texts.form}</span>
          <select value={form ?? ''} onChange={({ target }) => setForm(target.value)}>
            <option value="">{frame.all}</option>
            {FORMS.map((each) => (
              <option key={each} value={each}>
                {words.ProposalForm[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="choices" role="group" aria-label={texts.standing}>
        {COLUMNS.map((each) => (
          <button key={each} type="button" aria-pressed={standing === each} onClick={() => setStanding(each)}>
            {words.ProposalStanding[each]}
          </button>
        ))}
      </div>
      <Answer
        to={BOARD}
        variables={{ standing: [standing], form: form && [form], topic, maker, lang, after: null }}
      >
        {({ proposalTrail: { nodes, totalCount, emptyBecause } }) => (
          <>
            {totalCount && (
              <p className="aside">
                {texts.count(totalCount.count)}
                {nodes.length < totalCount.count && ` ${texts.narrow(nodes.length)}`}
              </p>
            )}
            <ul className="board">
              {nodes.map((trail) => (
                <li key={trail.proposal.id}>
                  <Trail trail={trail} />
                </li>
              ))}
            </ul>
            <LeftOut because={emptyBecause} leftOut={null} />
          </>
        )}
      </Answer>
    </>
  );
}
