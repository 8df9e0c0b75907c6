import { describe, expect, it } from 'vitest';
import { cypher, int, joined, nameOf, nothing, param, statement } from '../../src/graph/cypher.js';

describe('cypher', () => {
  it('makes every plain value a parameter, in order', () => {
    const made = statement('byCode', cypher`MATCH (c:Country {alpha2: ${'EG'}}) RETURN c.id LIMIT ${int(2)}`);
    expect(made.text).toBe('CYPHER 5 /* byCode */ MATCH (c:Country {alpha2: $p1}) RETURN c.id LIMIT $p2');
    expect(made.params).toEqual({ p1: 'EG', p2: int(2) });
  });

  it('has one text whatever the values are, equal ones too', () => {
    const text = (a: string, b: string): string => statement('two', cypher`RETURN ${a}, ${b}`).text;
    expect(text('x', 'x')).toBe(text('x', 'y'));
  });

  it('composes fragments and numbers their values anew', () => {
    const where = joined([cypher`f.stage = ${'DONE'}`, cypher`f.status = ${'ACCEPTED'}`], ' AND ');
    const made = statement('facts', cypher`MATCH (f:Fact {id: ${'a'}}) WHERE ${where}${nothing} RETURN f.id`);
    expect(made.text).toBe(
      'CYPHER 5 /* facts */ MATCH (f:Fact {id: $p1}) WHERE f.stage = $p2 AND f.status = $p3 RETURN f.id',
    );
    expect(Object.values(made.params)).toEqual(['a', 'DONE', 'ACCEPTED']);
  });

  it('shares a named parameter, and refuses two values for one name', () => {
    const twice = (a: string, b: string): unknown =>
      statement('named', cypher`RETURN ${param('topic', a)} + ${cypher`${param('topic', b)}`}`);
    expect(twice('t', 't')).toMatchObject({
      text: 'CYPHER 5 /* named */ RETURN $topic + $topic',
      params: { topic: 't' },
    });
    expect(() => twice('t', 'u')).toThrow('parameter $topic is given two different values');
  });

  it('writes checked names as text and refuses any other', () => {
    expect(statement('label', cypher`MATCH (n:${nameOf('Country')}) RETURN n`).text).toContain('(n:Country)');
    for (const bad of ['', '1a', 'a b', 'a`b', "a'", 'a)-[:X]->(b', 'Ünder', '__proto__ ']) {
      expect(() => nameOf(bad)).toThrow('cannot be a Cypher name');
    }
  });

  it('takes texts that look like Cypher, or like our own types, as values', () => {
    const hostile = [
      "'}) DETACH DELETE n //",
      '` */ RETURN 1',
      { text: 'Country' },
      { literal: 'x' },
      { parts: [] },
    ];
    for (const value of hostile) {
      expect(statement('hostile', cypher`RETURN ${value}`)).toMatchObject({
        text: 'CYPHER 5 /* hostile */ RETURN $p1',
        params: { p1: value },
      });
    }
  });

  it('refuses undefined, broken statement names and numbers that are not whole', () => {
    expect(() => cypher`RETURN ${undefined as unknown as null}`).toThrow('undefined');
    expect(() => statement('a */ RETURN 1', cypher`RETURN 1`)).toThrow('cannot be a Cypher name');
    expect(() => int(1.5)).toThrow('not a whole number');
  });
});
