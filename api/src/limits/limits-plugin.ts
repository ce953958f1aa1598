import { GraphQLError, NoSchemaIntrospectionCustomRule, parse, type Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { refuse } from '../errors.js';
import { LIMITS } from './limits.js';
import { measureDocument } from './measure-document.js';

/** Parses with a token limit and measures what it parsed; both before validation (safety F10). */
export function parseWithinLimits(source: string | Source, options?: Parameters<typeof parse>[1]) {
  const characters = typeof source === 'string' ? source.length : source.body.length;
  if (characters > LIMITS.characters) {
    throw refuse(
      'TOO_LARGE',
      `The query has ${characters} characters; at most ${LIMITS.characters} are allowed.`,
    );
  }
  let document: ReturnType<typeof parse>;
  try {
    document = parse(source, { ...options, maxTokens: LIMITS.tokens });
  } catch (error) {
    // A document that nests brackets by the thousand may exhaust the parser's stack before its tokens.
    if (error instanceof GraphQLError) throw error;
    throw refuse('TOO_LARGE', 'The query nests too deep to be read.');
  }
  const broken = measureDocument(document);
  if (broken) throw refuse('TOO_LARGE', broken);
  return document;
}

/** Yoga plugin: limits on every document, and introspection only where it is allowed. */
export function limitsPlugin(options: { introspection: boolean }): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn(parseWithinLimits);
    },
    onValidate({ addValidationRule }) {
      if (!options.introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
  };
}
