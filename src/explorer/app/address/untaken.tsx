import { useTexts } from '../texts/use-texts.js';
import { useParameter } from './use-parameters.js';

/** Of what stands in the address, in characters. */
const SHOWN_MOST = 60;

/** That a parameter of the address is none of what may stand there, since the page shows its usual self then. */
export function Untaken({ name, among }: { readonly name: string; readonly among: readonly string[] }) {
  const { faults } = useTexts();
  const [asked, set] = useParameter(name);
  if (asked === null || asked === '' || among.includes(asked)) return null;
  const shown = asked.length > SHOWN_MOST ? `${asked.slice(0, SHOWN_MOST)}…` : asked;
  return (
    <div className="fault" role="alert">
      <p>
        <strong>
          {faults.untaken} <bdi dir="ltr">{`${name}=${shown}`}</bdi>.
        </strong>{' '}
        {faults.usual} <bdi dir="ltr">{among.join(', ')}</bdi>
      </p>
      <button type="button" onClick={() => set(null)}>
        {faults.takeOut}
      </button>
    </div>
  );
}
