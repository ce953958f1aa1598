import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { unreadable } from './faults.js';
import { LIMITS } from './limits.js';

export interface XmlHandler {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Prefixes of namespaces differ by producer (`x:row`); the names after them do not. */
const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes; after each piece the caller may take what the handler has gathered. Entities of the
 * document's own are refused, nothing is fetched, and no text is gathered beyond a bound.
 */
export async function* readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let since = 0;
  const seen = () => {
    since = 0;
  };
  parser.on('error', (error) => {
    throw unreadable('BROKEN', { why: error.message });
  });
  parser.on('doctype', () => {
    throw unreadable('BROKEN', { why: 'DOCTYPE' });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    seen();
    handler.open?.(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    seen();
    handler.close?.(local(tag.name));
  });
  parser.on('text', (text) => {
    seen();
    handler.text?.(text);
  });
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    since += text.length;
    parser.write(text);
    if (since > LIMITS.oneText) throw unreadable('TOO_LARGE', { limit: '1' });
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}
