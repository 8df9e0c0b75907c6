import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { useTexts } from '../../texts/use-texts.js';

/** Ways in by what somebody came for, each one click away. */
export function WaysIn() {
  const { home, ties, network, partners, proposals, documents, questions } = useTexts();
  const link = useLink();
  const asked = (name: string, parameters: Record<string, string> = {}) =>
    link(`/questions/${name}`, parameters);
  const ways = [
    {
      who: home.researchers,
      links: [
        [asked('cooperation-after-exchange', { topic: 'patents' }), home.canonical],
        [asked('sensitivity', { topic: 'patents' }), home.sensitivity],
        [link('/network'), `${network.title}: ${network.lead}`],
      ],
    },
    {
      who: home.dashboards,
      links: [
        [link('/ties'), `${ties.title}: ${ties.lead}`],
        [asked('facts-by-year'), home.byYear],
        [link('/questions'), `${questions.title}: ${questions.lead}`],
      ],
    },
    {
      who: home.secretariats,
      links: [
        [link('/partners'), `${partners.title}: ${partners.lead}`],
        [link('/proposals'), `${proposals.title}: ${proposals.lead}`],
        [link('/texts'), `${documents.title}: ${documents.lead}`],
      ],
    },
  ] as const;
  return (
    <div className="ways-in">
      {ways.map(({ who, links }) => (
        <section key={who}>
          <h2>{who}</h2>
          <ul>
            {links.map(([href, text]) => (
              <li key={href}>
                <Link href={href}>{text}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
