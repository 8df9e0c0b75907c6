import './home-page.css';
import { useLocation } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { EntityPicker } from '../../entities/entity-picker.js';
import { useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { Holdings } from './holdings.js';
import { WaysIn } from './ways-in.js';

/** Where one starts: search, and what the graph covers and what it does not. */
export function HomePage() {
  const { product, home, frame } = useTexts();
  const link = useLink();
  const [, go] = useLocation();
  return (
    <div className="home">
      <Title>{product}</Title>
      <p className="lead">{home.lead}</p>
      <EntityPicker
        label={frame.search}
        placeholder={home.placeholder}
        onPick={({ id }) => go(link(`/${id}`))}
        onText={(text) => go(link('/search', { text }))}
      />
      <p className="aside">{home.hint}</p>
      <WaysIn />
      <Holdings />
    </div>
  );
}
