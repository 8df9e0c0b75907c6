import { Untaken } from '../../address/untaken.js';
import { useParameter } from '../../address/use-parameters.js';
import { FactChoice, OneThing } from '../../choice/fact-choice.js';
import type { EntityKind } from '../../entities/kinds.js';
import { useTexts } from '../../texts/use-texts.js';

const WITH = ['AGENCY', 'INITIATIVE', 'MEETING', 'TOPIC'] as const;
const SIZES = [25, 50, 100, 200, 500];
const KINDS = { AGENCY: 'Agency', INITIATIVE: 'Initiative', MEETING: 'Meeting', TOPIC: 'Topic' } as const;

/** What else than countries is drawn, and how much of it, as the address says. */
export function useNetworkChoice() {
  const [asked] = useParameter('with');
  const [size] = useParameter('nodes');
  return {
    second: WITH.find((each) => each === asked) ?? null,
    nodes: SIZES.find((each) => String(each) === size) ?? 50,
  };
}

/** Where a reader chooses the facts, what is drawn, and two nodes to find the ways between. */
export function NetworkChoice() {
  const { network: texts } = useTexts();
  const { second, nodes } = useNetworkChoice();
  const setWith = useParameter('with')[1];
  const setSize = useParameter('nodes')[1];
  const ends: readonly EntityKind[] = second === null ? ['Country'] : ['Country', KINDS[second]];
  return (
    <>
      <Untaken name="with" among={WITH} />
      <Untaken name="nodes" among={SIZES.map(String)} />
      <FactChoice>
        <label className="one-choice">
          <span className="label">{texts.with}</span>
          <select value={second ?? ''} onChange={({ target }) => setWith(target.value)}>
            <option value="">{texts.countriesOnly}</option>
            {WITH.map((each) => (
              <option key={each} value={each}>
                {texts.withEach[each]}
              </option>
            ))}
          </select>
        </label>
        <label className="one-choice">
          <span className="label">{texts.most}</span>
          <select value={nodes} onChange={({ target }) => setSize(target.value)}>
            {SIZES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      </FactChoice>
      <div className="fact-choice" role="group" aria-label={texts.ways}>
        <span className="label">{texts.ways}</span>
        <OneThing parameter="wayFrom" label={texts.wayFrom} kind={ends} />
        <OneThing parameter="wayTo" label={texts.wayTo} kind={ends} />
      </div>
    </>
  );
}
