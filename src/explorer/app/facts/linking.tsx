import { Link } from 'wouter';
import { useLink } from '../address/use-parameters.js';

/** The ids in which a claim speaks of things, as `party country/egy as host`. */
const IDS =
  /(?<=^|\s)((?:country|agency|group|initiative|meeting|topic|proposal|document|paragraph)\/[\w./-]*\w)(?=$|[\s,;])/;

/** What a claim says, with its ids as links; what stands between quotation marks is a text and is left alone. */
export function Linking({ says }: { readonly says: string }) {
  const link = useLink();
  if (says.includes('"')) return says;
  return says.split(IDS).map((part, index) =>
    index % 2 === 1 ? (
      <Link key={index} href={link(`/${part}`)}>
        {part}
      </Link>
    ) : (
      part
    ),
  );
}
