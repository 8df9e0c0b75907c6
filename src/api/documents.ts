import type { DocumentNode } from 'graphql';
import { KEPT_DOCUMENTS } from './limits/figures.js';

/**
 * The documents read last, so that a repeated one is not read and checked again. Apollo's own store counts a document
 * without the text that it came from, which the document holds on to: comments could fill the memory.
 */
export class ReadDocuments {
  readonly #kept = new Map<string, DocumentNode>();
  #characters = 0;

  get(key: string): Promise<DocumentNode | undefined> {
    const found = this.#kept.get(key);
    if (found) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
    }
    return Promise.resolve(found);
  }

  set(key: string, document: DocumentNode): Promise<void> {
    void this.delete(key);
    this.#kept.set(key, document);
    this.#characters += textLength(document);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_DOCUMENTS.most && this.#characters <= KEPT_DOCUMENTS.characters) break;
      void this.delete(oldest);
    }
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    const found = this.#kept.get(key);
    if (found) this.#characters -= textLength(found);
    return Promise.resolve(this.#kept.delete(key));
  }
}

/** Characters of the text that a document came from. */
export const textLength = ({ loc }: DocumentNode): number => loc?.source.body.length ?? 0;
