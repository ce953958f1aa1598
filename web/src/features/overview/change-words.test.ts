import { expect, it } from 'vitest';
import { changeHref, changeKind } from './change-words';

it('names what changed by its noun, and has a word for the rest', () => {
  expect(changeKind('dataset.registered')).toBe('dataset');
  expect(changeKind('backflowLink.registered')).toBe('backflowLink');
  expect(changeKind('comet.seen')).toBe('other');
});

it('leads to the page of a thing that has one', () => {
  expect(changeHref({ __typename: 'Dataset', id: 'a=' })).toBe('/datasets/a%3D');
  expect(changeHref({ __typename: 'Field', id: 'f' })).toBe('/lineage?id=f');
  expect(changeHref({ __typename: 'Interface', id: 'i', code: 'API-1' })).toBe('/interfaces/API-1');
  expect(changeHref({ __typename: 'Department', id: 'd' })).toBeNull();
  expect(changeHref(null)).toBeNull();
});
