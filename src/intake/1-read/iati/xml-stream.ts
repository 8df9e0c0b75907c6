import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { SaxesParser } from 'saxes';
import { Faults } from '../../faults.js';
import { LIMITS } from './limits.js';

/** What is told of an XML file while it is read. */
export interface XmlListener {
  /** An element starts; `depth` of the root is 1. */
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number, line: number): void;
  text(text: string): void;
  close(depth: number): void;
}

/** Where in a file the reading is, for those who find a fault there. */
export interface XmlPlace {
  /** Refuses the file at this place. */
  refuse(message: string): never;
}

const NOT_UTF8 = 'The file is not UTF-8 here; save it as UTF-8, and let its first line say so.';
const DOCTYPE =
  'The file has a document type declaration (DOCTYPE), with which XML can be made to read other files; IATI needs none: remove it.';

/** The five of XML, without a prototype, so that no name that every object has is an entity. */
const ENTITIES: Record<string, string> = Object.assign(Object.create(null) as Record<string, string>, {
  amp: '&',
  gt: '>',
  lt: '<',
  quot: '"',
  apos: "'",
});

/** How many line ends stand before the first character that could not be decoded. */
function linesBefore(chunk: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(chunk);
  // The chunk may start within a character, which is no fault; those are at most three.
  const wrong = text.indexOf('\uFFFD', 3);
  return text.slice(0, wrong === -1 ? 0 : wrong).split('\n').length - 1;
}

/**
 * Reads an XML file as a stream and tells `listener` its elements; nothing of it is kept here. A file that declares a
 * document type, that goes beyond the limits, that is broken or not UTF-8 is refused at its place. Entities are never
 * expanded but for the five of XML, and nothing that a file names is opened. Answers the SHA-256 of the bytes.
 */
export async function readXml(
  path: string,
  file: string,
  listen: (place: XmlPlace) => XmlListener,
): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile())
    throw new Faults([
      { file, line: null, column: null, message: 'There is no such file; name an XML file that is there.' },
    ]);
  const parser = new SaxesParser();
  parser.ENTITIES = ENTITIES;
  const open: string[] = [];
  let last = 0;
  const refuseOn = (line: number, message: string): never => {
    throw new Faults([{ file, line, column: null, element: open.at(-1) ?? '', message }]);
  };
  const refuse = (message: string): never => refuseOn(parser.line, message);
  const listener = listen({ refuse });
  const come = (): void => {
    if (parser.position - last > LIMITS.piece)
      refuse(`A text or name here is longer than ${LIMITS.piece} characters; shorten it.`);
    last = parser.position;
  };
  parser.on('error', (error) =>
    refuse(
      `The XML is broken here (${error.message.replace(/^[\d:]+ /, '').replace(/\.$/, '')}); the file may be cut off or damaged: fetch it again.`,
    ),
  );
  parser.on('doctype', () => refuse(DOCTYPE));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) refuse(NOT_UTF8);
  });
  let attributes = 0;
  parser.on('opentagstart', ({ name }) => {
    come();
    attributes = 0;
    open.push(name);
    if (open.length > LIMITS.depth)
      refuse(`More than ${LIMITS.depth} elements stand within each other; no register needs that.`);
  });
  parser.on('attribute', () => {
    come();
    attributes += 1;
    if (attributes > LIMITS.attributes)
      refuse(`The element has more than ${LIMITS.attributes} attributes; no register needs that.`);
  });
  parser.on('opentag', (tag) => listener.open(tag.name, tag.attributes, open.length, parser.line));
  parser.on('text', (text) => {
    come();
    listener.text(text);
  });
  parser.on('cdata', (text) => {
    come();
    listener.text(text);
  });
  parser.on('comment', come);
  parser.on('processinginstruction', come);
  parser.on('closetag', () => {
    come();
    listener.close(open.length);
    open.pop();
  });

  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      return refuseOn(parser.line + (chunk ? linesBefore(chunk) : 0), NOT_UTF8);
    }
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    parser.write(decode(chunk));
    if (parser.position - last > LIMITS.piece) come();
  }
  parser.write(decode()).close();
  return hash.digest('hex');
}
