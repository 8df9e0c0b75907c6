import './proposals.css';
import { Untaken } from '../../address/untaken.js';
import { useParameter } from '../../address/use-parameters.js';
import { OneThing } from '../../choice/fact-choice.js';
import { useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { Board } from './board.js';
import { Calls } from './calls.js';
import { COLUMNS, FORMS, useProposalChoice, VIEWS } from './choice.js';

/** Proposals by what came of them, calls by whom they are addressed to, and offers that are open. */
export default function ProposalsPage() {
  const { proposals: texts, words, frame, ties } = useTexts();
  const { view, choice } = useProposalChoice();
  const setForm = useParameter('form')[1];
  const setStanding = useParameter('standing')[1];
  const setView = useParameter('view')[1];
  const standing = choice.standing?.[0];
  return (
    <>
      <Title>{texts.title}</Title>
      <p>{view === 'board' ? texts.lead : view === 'calls' ? texts.callsLead : texts.offersLead}</p>
      <Untaken name="view" among={VIEWS} />
      <Untaken name="form" among={FORMS} />
      <Untaken name="standing" among={COLUMNS} />
      <div className="choices" role="group" aria-label={ties.views}>
        {VIEWS.map((each) => (
          <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
            {texts.view[each]}
          </button>
        ))}
      </div>
      <div className="fact-choice">
        <OneThing parameter="topic" label={texts.onTopic} kind="Topic" />
        <OneThing parameter="maker" label={texts.madeBy} kind={['Country', 'Agency', 'Group']} />
        <OneThing parameter="addressee" label={texts.addressee} kind={['Country', 'Agency', 'Group']} />
        {view !== 'offers' && (
          <label className="one-choice">
            <span className="label">{texts.form}</span>
            <select value={choice.form?.[0] ?? ''} onChange={({ target }) => setForm(target.value)}>
              <option value="">{frame.all}</option>
              {FORMS.map((each) => (
                <option key={each} value={each}>
                  {words.ProposalForm[each]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {view !== 'offers' && (
        <div className="choices" role="group" aria-label={texts.standing}>
          {view === 'calls' && (
            <button type="button" aria-pressed={standing === undefined} onClick={() => setStanding(null)}>
              {frame.all}
            </button>
          )}
          {COLUMNS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={standing === each}
              onClick={() => setStanding(each)}
            >
              {words.ProposalStanding[each]}
            </button>
          ))}
        </div>
      )}
      {view === 'board' && <Board choice={choice} />}
      {view === 'calls' && <Calls choice={choice} nature="ASK" />}
      {view === 'offers' && <Calls choice={choice} nature="OFFER" />}
    </>
  );
}
