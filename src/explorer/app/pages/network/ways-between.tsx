import { Fragment } from 'react';
import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { LeftOut } from '../../ask/left-out.js';
import { InEnglish } from '../../ask/in-english.js';
import { EntityLink } from '../../entities/entity-link.js';
import { Signs } from '../../facts/signs.js';
import { ShownOf } from '../../lists/shown-of.js';
import { useTexts } from '../../texts/use-texts.js';
import type { Way, Ways } from './ways.js';

/** The shortest ways between the two chosen nodes, step by step, each step with its facts. */
export function WaysBetween({ ways }: { readonly ways: Ways }) {
  const { network: texts } = useTexts();
  const all = ways.totalCount?.count ?? ways.nodes.length;
  return (
    <section className="ways">
      <h2>
        {texts.ways} {ways.nodes.length > 0 && <span className="count">{texts.waysCount(all)}</span>}
      </h2>
      <p className="aside">
        <InEnglish>{ways.reading}</InEnglish>
      </p>
      <ol>
        {ways.nodes.map((way) => (
          <li key={way.entities.map(({ id }) => id).join()}>
            <OneWay way={way} />
          </li>
        ))}
      </ol>
      <ShownOf shown={ways.nodes.length} all={all} />
      <LeftOut because={ways.emptyBecause} leftOut={ways.leftOut} />
    </section>
  );
}

function OneWay({ way: { entities, steps } }: { readonly way: Way }) {
  const { words, thing } = useTexts();
  const link = useLink();
  return (
    <div className="way-steps">
      {entities.map((entity, index) => {
        const step = steps[index];
        return (
          <Fragment key={entity.id}>
            <strong>
              <EntityLink entity={entity} />
            </strong>
            {step && (
              <ul className="ends">
                {step.facts.map((fact) => (
                  <li key={fact.id}>
                    <Link href={link(`/${fact.id}`)}>{words.FactKind[fact.__typename]}</Link>{' '}
                    <Signs fact={fact} />
                  </li>
                ))}
                {step.factCount > step.facts.length && (
                  <li className="aside">{thing.count(step.factCount)}</li>
                )}
              </ul>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}
