import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { Linking } from '../../facts/linking.js';
import { useThing } from '../../entities/named.js';
import { useTexts } from '../../texts/use-texts.js';
import { signOf } from './sign-of.js';

interface Named {
  readonly id: string;
  readonly name?: string;
}

/** What a source says, as the saved questions select it of a claim. */
interface Saying {
  readonly says: string;
  readonly certainty?: string;
  readonly reason?: string | null;
  readonly locator?: string | null;
  readonly source?: Named | null;
  readonly paragraph?: Named | null;
}

export const isSaid = (value: object): value is Saying =>
  'says' in value && typeof value.says === 'string' && 'source' in value;

/** What a source says, and where: the paragraph where there is one, else the place in the source. */
export function Said({ said }: { readonly said: Saying }) {
  const { fact } = useTexts();
  const link = useLink();
  const { says, certainty, reason, locator, source, paragraph } = said;
  const cited = paragraph ?? source;
  const known = useThing(source?.id ?? '')?.name;
  return (
    <div className="said">
      <Linking says={says} /> {signOf('certainty', certainty)}
      {cited && (
        <div className="cited">
          <Link href={link(`/${cited.id}`)}>
            <bdi>{known ?? source?.name ?? cited.name ?? cited.id}</bdi>
            {locator !== null && locator !== undefined && (
              <bdi>{paragraph ? `, ¶ ${locator}` : ` ${locator}`}</bdi>
            )}
          </Link>
        </div>
      )}
      {reason && (
        <div className="aside">
          {fact.because}{' '}
          <span lang="en" dir="ltr">
            {reason}
          </span>
        </div>
      )}
    </div>
  );
}
