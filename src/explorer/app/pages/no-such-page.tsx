import { Link } from 'wouter';
import { useLink } from '../address/use-parameters.js';
import { useTexts } from '../texts/use-texts.js';
import { Title } from './title.js';

/** For an address that leads nowhere, or a thing that is not there. */
export function NoSuchPage() {
  const { faults, frame } = useTexts();
  const link = useLink();
  return (
    <>
      <Title>{faults.noPage}</Title>
      <p>
        {faults.noPageNext} <Link href={link('/')}>{frame.home}</Link>
      </p>
    </>
  );
}
