import { useTexts } from '../texts/use-texts.js';
import { useParameter } from './use-parameters.js';

/** Of what stands in the address, in characters. */
const SHOWN_MOST = 60;

/** That a parameter of the address is none of what may stand there, since the page shows its usual self then. */
export function Untaken({
  name,
  among,
  taken = (asked) => among.includes(asked),
}: {
  readonly name: string;
  /** What may stand there; where that is no closed list, an example. */
  readonly among: readonly string[];
  readonly taken?: (asked: string) => boolean;
}) {
  const [asked, set] = useParameter(name);
  if (asked === null || taken(asked)) return null;
  return <UnknownHere what={`${name}=${asked}`} among={among} onTakeOut={() => set(null)} />;
}

/** What the address says that the page does not know, what may stand there, and a button that takes it out. */
export function UnknownHere({
  what,
  among,
  onTakeOut,
}: {
  readonly what: string;
  readonly among: readonly string[];
  readonly onTakeOut: () => void;
}) {
  const { faults } = useTexts();
  const shown = what.length > SHOWN_MOST ? `${what.slice(0, SHOWN_MOST)}…` : what;
  return (
    <div className="fault" role="alert">
      <p>
        <strong>
          {faults.untaken} <bdi dir="ltr">{shown}</bdi>.
        </strong>{' '}
        {faults.usual} <bdi dir="ltr">{among.join(', ')}</bdi>
      </p>
      <button type="button" onClick={onTakeOut}>
        {faults.takeOut}
      </button>
    </div>
  );
}
