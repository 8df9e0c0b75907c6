import './compare.css';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { embedded, isOwnAddress, type FrameMoved } from '../../address/framed.js';
import { useTexts } from '../../texts/use-texts.js';
import { NoSuchPage } from '../no-such-page.js';
import { Title } from '../title.js';

const SIDES = ['a', 'b'] as const;

/** Two views of the explorer side by side, each with its own choices; the address holds both. */
export default function ComparePage() {
  const { compare } = useTexts();
  const [parameters, setParameters] = useSearchParams();
  // A frame is loaded once; afterwards it tells where the reader went in it.
  const [first] = useState(() => SIDES.map((side) => parameters.get(side)));
  const frames = useRef<(HTMLIFrameElement | null)[]>([]);
  useEffect(() => {
    const follow = ({ origin, source, data }: MessageEvent<FrameMoved>): void => {
      const index = frames.current.findIndex((frame) => frame?.contentWindow === source);
      const side = SIDES[index];
      if (origin !== location.origin || side === undefined || data.kind !== 'moved') return;
      setParameters(
        (all) => {
          const next = new URLSearchParams(all);
          next.set(side, data.to);
          return next;
        },
        { replace: true },
      );
    };
    addEventListener('message', follow);
    return () => removeEventListener('message', follow);
  }, [setParameters]);
  if (!first.every(isOwnAddress)) return <NoSuchPage />;
  return (
    <>
      <Title>{compare.title}</Title>
      <p>{compare.lead}</p>
      <div className="compared-views">
        {first.map((address, index) => (
          <iframe
            key={SIDES[index]}
            ref={(frame) => {
              frames.current[index] = frame;
            }}
            title={compare.side[index === 0 ? 0 : 1]}
            src={embedded(address)}
          />
        ))}
      </div>
    </>
  );
}
