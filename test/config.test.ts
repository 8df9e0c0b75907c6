import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig, SETTINGS } from '../src/config.js';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
};

describe('settings', () => {
  it('needs none', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      logLevel: 'info',
      corsOrigins: [],
      embedOrigins: [],
      rateBudget: 3_000_000,
      trustedProxies: [],
      passForbiddenOn: false,
      dataDir: resolve('.data'),
      database: { kind: 'embedded', dataDir: resolve('.data'), heap: '1g', boltPort: 0 },
    });
  });

  it('takes empty values for unset ones', () => {
    const empty = Object.fromEntries(SETTINGS.map(({ name }) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('takes origins as browsers send them, and nothing like one', () => {
    const origins = 'https://maps.example, http://127.0.0.1:8080,';
    expect(readConfig({ CORS_ORIGINS: origins }).corsOrigins).toEqual([
      'https://maps.example',
      'http://127.0.0.1:8080',
    ]);
    expect(readConfig({ CORS_ORIGINS: '*' }).corsOrigins).toEqual(['*']);
    for (const wrong of ['null', 'maps.example', 'https://maps.example/', 'https://*.example', 'file:///x'])
      expect(faultsOf({ CORS_ORIGINS: wrong })).toEqual([
        expect.stringMatching(/^CORS_ORIGINS holds origins/),
      ]);
  });

  it('uses a given server', () => {
    const env = {
      NEO4J_URI: 'neo4j+s://x.databases.neo4j.io',
      NEO4J_PASSWORD: ' p ',
      NEO4J_DATABASE: 'graph',
    };
    expect(readConfig(env).database).toEqual({
      kind: 'given',
      uri: 'neo4j+s://x.databases.neo4j.io',
      username: 'neo4j',
      password: ' p ',
      database: 'graph',
    });
  });

  it('names five bad settings at once, and no secret', () => {
    const faults = faultsOf({
      PORT: '99999',
      LOG_LEVEL: 'loud',
      NEO4J_HEAP: 'lots',
      NEO4J_URI: 'http://neo4j:s3cret@db.example:7474',
      NEO4J_PASSWORD: 's3cret',
      NEO4J_DATABASE: '9',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'NEO4J_HEAP',
      'NEO4J_URI',
      'NEO4J_DATABASE',
    ]);
    expect(new ConfigFault(faults).message).toContain('5 of the settings cannot be used');
    expect(faults.join('\n')).not.toContain('s3cret');
  });

  it.each(['http://x', 'localhost:7687', 'bolt://u:s3cret@x', 'bolt://'])('refuses the address %s', (uri) => {
    const faults = faultsOf({ NEO4J_URI: uri, NEO4J_PASSWORD: 'x' });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^NEO4J_URI /);
    expect(faults[0]).not.toContain('s3cret');
  });

  it('does not let a password or user stand without its server', () => {
    expect(faultsOf({ NEO4J_PASSWORD: 's3cret', NEO4J_USERNAME: 'eve' })).toEqual([
      'NEO4J_USERNAME is set but NEO4J_URI is not: set both, or neither for the embedded database.',
      'NEO4J_PASSWORD is set but NEO4J_URI is not: set both, or neither for the embedded database.',
    ]);
    expect(faultsOf({ NEO4J_URI: 'bolt://x' })).toEqual([
      'NEO4J_PASSWORD is missing: the server in NEO4J_URI needs one.',
    ]);
  });
});
