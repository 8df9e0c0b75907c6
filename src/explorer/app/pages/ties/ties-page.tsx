import './ties.css';
import { lazy } from 'react';
import { areTwoCountries, TWO_IDS_EXAMPLE, useTwo } from '../../address/two-ids.js';
import { Untaken } from '../../address/untaken.js';
import { useParameter } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { LeftOut } from '../../ask/left-out.js';
import { FactChoice, useChosenFacts } from '../../choice/fact-choice.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { OverTime } from '../thing/over-time.js';
import { AsCsv, AsGraphql } from '../thing/take-away.js';
import { Title } from '../title.js';
import { PairFacts } from './pair-facts.js';
import { TIED } from './tied.js';
import { TieMatrix } from './tie-matrix.js';
import { TieTable } from './tie-table.js';
import { TieYears } from './tie-years.js';

const TieMap = lazy(() => import('./tie-map.js'));

const VIEWS = ['map', 'matrix', 'time'] as const;
// As many ties as a map or a matrix can still be read with; the others are counted.
const SHOWN_MOST = 100;

/** Ties between countries as a map, a matrix and a time line of the same facts, with the table beside them. */
export default function TiesPage() {
  const { ties: texts } = useTexts();
  const { api: lang } = useLanguage();
  const filter = useChosenFacts();
  const [asked, setView] = useParameter('view');
  const view = VIEWS.find((each) => each === asked) ?? 'map';
  const [pair, setPair] = useTwo('pair', areTwoCountries);
  const variables = { filter, lang, countMode: 'FACTS', first: SHOWN_MOST } as const;
  return (
    <>
      <Title>{texts.title}</Title>
      <p>{texts.lead}</p>
      <Untaken name="view" among={VIEWS} />
      <Untaken name="pair" among={[TWO_IDS_EXAMPLE]} taken={areTwoCountries} />
      <FactChoice />
      <div className="choices" role="group" aria-label={texts.views}>
        {VIEWS.map((each) => (
          <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
            {texts.view[each]}
          </button>
        ))}
      </div>
      <Answer to={TIED} variables={variables}>
        {({ ties }) => (
          <>
            {view !== 'time' && (
              <div className="beside-years">
                {view === 'map' && <TieMap ties={ties.nodes} pair={pair} onPick={setPair} />}
                {view === 'matrix' && <TieMatrix ties={ties.nodes} pair={pair} onPick={setPair} />}
                <TieYears groups={ties.groups} />
              </div>
            )}
            {view === 'time' && <OverTime open filter={{ ...filter, kinds: ['Exchange', 'Cooperation'] }} />}
            {pair !== null && <PairFacts pair={pair} filter={filter} onClose={() => setPair(null)} />}
            <TieTable ties={ties.nodes} onPick={setPair} />
            {ties.other.ties > 0 && <p className="aside">{texts.other(ties.other.ties)}</p>}
            <LeftOut because={ties.emptyBecause} leftOut={ties.leftOut} />
            <p className="take-away">
              <AsCsv filter={{ ...filter, kinds: ['Exchange', 'Cooperation'] }} />{' '}
              <AsGraphql query={TIED} variables={variables} />
            </p>
          </>
        )}
      </Answer>
    </>
  );
}
