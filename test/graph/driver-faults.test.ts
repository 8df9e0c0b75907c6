import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { faultOf, worthRetrying } from '../../src/graph/driver-faults.js';
import { Fault } from '../../src/model/faults.js';

const thrown = (code: string, message = 'secret text of the driver'): Error =>
  new neo4j.Neo4jError(message, code, '50N42', 'x');

describe('driver faults', () => {
  it.each([
    ['ServiceUnavailable', 'UNAVAILABLE'],
    ['SessionExpired', 'UNAVAILABLE'],
    ['ProtocolError', 'UNAVAILABLE'],
    ['Neo.ClientError.Security.Unauthorized', 'UNAVAILABLE'],
    ['Neo.ClientError.Database.DatabaseNotFound', 'UNAVAILABLE'],
    ['Neo.ClientError.Transaction.TransactionTimedOut', 'TIMEOUT'],
    ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', 'TIMEOUT'],
    ['Neo.TransientError.Transaction.DeadlockDetected', 'CONFLICT'],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'TOO_COSTLY'],
    ['Neo.TransientError.General.DatabaseUnavailable', 'UNAVAILABLE'],
    ['Neo.ClientError.Statement.SyntaxError', 'INTERNAL'],
    ['Neo.ClientError.Statement.AccessMode', 'INTERNAL'],
  ])('%s is %s, without the text of the driver', (code, expected) => {
    const cause = thrown(code);
    const fault = faultOf(cause);
    expect(fault).toMatchObject({ code: expected, cause });
    expect(fault.message).not.toContain('secret');
  });

  it('names the key of a broken uniqueness rule', () => {
    const text = "Node(7) already exists with label `Country` and property `id` = 'country/egy'";
    expect(faultOf(thrown('Neo.ClientError.Schema.ConstraintValidationFailed', text))).toMatchObject({
      code: 'CONFLICT',
      message: 'There already is a Country whose id is country/egy.',
      details: { label: 'Country', key: 'id', value: 'country/egy' },
    });
  });

  it('passes faults of ours on, and takes anything else as INTERNAL', () => {
    const ours = new Fault('NOT_FOUND', 'No such country.');
    expect(faultOf(ours)).toBe(ours);
    expect(faultOf(new TypeError('x')).code).toBe('INTERNAL');
  });

  it('takes a greeting cut short for a broken connection, and other faults of range for ours', () => {
    const short = Object.assign(new RangeError('offset'), { code: 'ERR_OUT_OF_RANGE' });
    expect(faultOf(short).code).toBe('INTERNAL');
    short.stack = 'RangeError: offset\n    at node_modules/neo4j-driver-bolt-connection/lib/buf.js:1:1';
    expect(faultOf(short)).toMatchObject({ code: 'UNAVAILABLE', cause: short });
    expect(faultOf(thrown('N/A', 'Server responded HTTP. Make sure ...')).message).toContain('web server');
  });

  it('retries only what may pass', () => {
    expect(worthRetrying(faultOf(thrown('SessionExpired')))).toBe(true);
    expect(worthRetrying(faultOf(thrown('Neo.ClientError.Statement.SyntaxError')))).toBe(false);
    expect(worthRetrying(new Fault('TIMEOUT', 'Too long.'))).toBe(false);
  });
});
